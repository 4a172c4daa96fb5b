import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { visitExtras } from '#db/schema/work.ts'
import {
  decideExtra,
  decideExtraAsCustomer,
  finishVisit,
  proposeExtra,
} from '#app/domain/work/index.server.ts'
import { DecideExtraForm, ProposeExtraForm } from '#app/domain/work/extra-form.ts'
import { checklistItems, visits } from '#db/schema/visits.ts'
import { contextOf } from '#test/factories/context.ts'
import { only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aBlankDrawing, aDrawing } from '#test/domain/visits/drawing.ts'
import { asActor, at, eventsOf, visitNow } from '#test/domain/visits/scene.ts'
import { atHome, filesOf, signed } from './home.ts'

const database = testDatabase()
let keys = 0
const aProposal = (): ProposeExtraForm => ({
  what: '再装一层隔板',
  minutes: 20,
  price: 12_050,
  submissionKey: `extra-key-number-${(keys += 1)}-`.padEnd(32, 'x'),
})
const said = (extra: string, facts: Partial<DecideExtraForm> = {}): DecideExtraForm => ({
  extra,
  decision: 'accepted',
  name: '林晓岚',
  drawing: null,
  ...facts,
})

const extrasOf = (visitId: number) =>
  database.db.select().from(visitExtras).where(eq(visitExtras.visitId, visitId))
const extraOf = async (visitId: number) => only(await extrasOf(visitId))

async function proposed() {
  const home = await atHome(database.db, 'working')
  const form = aProposal()
  await proposeExtra(home.ctx, home.visit.id, form)
  const customer = contextOf(
    database.db,
    { kind: 'customer', ticketId: home.ticket.id },
    { now: at('14:40') },
  )
  return { ...home, extra: form.submissionKey, customer }
}

describe('VS-7 proposing extra work', () => {
  test.each(['arrived', 'working'] as const)(
    'VS-7 with its time and price, while %s',
    async (status) => {
      const { visit, ticket, technician, ctx } = await atHome(database.db, status)
      const form = aProposal()
      await Promise.all([1, 2].map(() => proposeExtra(ctx, visit.id, form)))
      expect(await extrasOf(visit.id)).toEqual([
        expect.objectContaining({
          key: form.submissionKey,
          what: '再装一层隔板',
          minutes: 20,
          price: 12_050,
          currency: 'CNY',
          proposedAt: at('14:30'),
          proposedBy: technician.id,
          decision: null,
        }),
      ])
      expect(await eventsOf(database.db, ticket.id)).toEqual([
        {
          kind: 'extra_proposed',
          data: { what: '再装一层隔板', minutes: 20, price: 12_050 },
          visitId: visit.id,
        },
      ])
    },
  )

  test.each([
    ['confirmed', 'stepOutOfOrder'],
    ['on_the_way', 'stepOutOfOrder'],
    ['finished', 'visitFinished'],
    ['cancelled', 'visitCancelled'],
  ] as const)('VS-7 not while %s', async (status, code) => {
    const { visit, ctx } = await atHome(database.db, status)
    await expect(proposeExtra(ctx, visit.id, aProposal())).rejects.toMatchObject({ code })
    expect(await extrasOf(visit.id)).toEqual([])
  })

  test('a price is money as it is typed', () => {
    const priceOf = (price: string) =>
      ProposeExtraForm.safeParse({ what: 'x', minutes: '5', price, submissionKey: 'k'.repeat(32) })
    expect(priceOf('120.5').data?.price).toBe(12_050)
    expect(priceOf('０').data?.price).toBe(0)
    expect(priceOf('1,200.50').data?.price).toBe(120_050)
    for (const wrong of ['', '-1', '1,20', '1.234', '1e3', '12345678']) {
      expect(priceOf(wrong).error?.issues[0]?.message).toBe('validation:extraPrice')
    }
  })

  test('Q-12 another crew’s visit is a missing one', async () => {
    const { visit } = await atHome(database.db, 'working')
    const stranger = asActor(database.db, await aColleague(database.db, 'crew'))
    await expect(proposeExtra(stranger, visit.id, aProposal())).rejects.toMatchObject({
      kind: 'not_found',
    })
  })
})

describe('VS-7 what is said to it', () => {
  test('VS-7 on the crew’s phone, by name and by hand', async () => {
    const { visit, ticket, extra, ctx } = await proposed()
    await decideExtra(ctx, visit.id, said(extra, { drawing: await aDrawing() }))
    expect(await extraOf(visit.id)).toMatchObject({
      decision: 'accepted',
      decidedBy: '林晓岚',
      decidedAt: at('14:30'),
      via: 'phone',
    })
    expect(await filesOf(database.db, visit.id)).toEqual([
      expect.objectContaining({ stage: 'consent', about: extra }),
    ])
    expect((await eventsOf(database.db, ticket.id)).at(-1)).toMatchObject({
      kind: 'extra_decided',
      data: {
        what: '再装一层隔板',
        minutes: 20,
        price: 12_050,
        decision: 'accepted',
        by: '林晓岚',
      },
    })
  })

  test('VS-7 on the customer’s own page', async () => {
    const { visit, extra, customer } = await proposed()
    const form = { extra, decision: 'declined', name: '林晓岚' } as const
    await decideExtraAsCustomer(customer, visit.id, form)
    expect(await extraOf(visit.id)).toMatchObject({
      decision: 'declined',
      decidedBy: '林晓岚',
      decidedAt: at('14:40'),
      via: 'link',
    })
  })

  test('VS-7 the crew withdraws it before anybody answered, in nobody’s name', async () => {
    const { visit, extra, ctx } = await proposed()
    await decideExtra(ctx, visit.id, said(extra, { decision: 'withdrawn' }))
    expect(await extraOf(visit.id)).toMatchObject({ decision: 'withdrawn', decidedBy: null })
  })

  test('VS-7 the same answer twice is one; another one is refused, whoever gives it', async () => {
    const { visit, ticket, extra, ctx, customer } = await proposed()
    await decideExtra(ctx, visit.id, said(extra))
    await Promise.all([
      decideExtra(ctx, visit.id, said(extra)),
      decideExtraAsCustomer(customer, visit.id, { extra, decision: 'accepted', name: '林父' }),
    ])
    for (const decision of ['declined', 'withdrawn'] as const) {
      await expect(decideExtra(ctx, visit.id, said(extra, { decision }))).rejects.toMatchObject({
        kind: 'conflict',
        code: 'extraDecided',
      })
    }
    expect(await extraOf(visit.id)).toMatchObject({ decision: 'accepted', decidedBy: '林晓岚' })
    const kinds = (await eventsOf(database.db, ticket.id)).map(({ kind }) => kind)
    expect(kinds).toEqual(['extra_proposed', 'extra_decided'])
  })

  test('VS-7 answered on the phone and on the page at once, it is answered once', async () => {
    const { visit, ticket, extra, ctx, customer } = await proposed()
    const answers = await Promise.allSettled([
      decideExtra(ctx, visit.id, said(extra)),
      decideExtraAsCustomer(customer, visit.id, { extra, decision: 'declined', name: '林父' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const kinds = (await eventsOf(database.db, ticket.id)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'extra_decided')).toHaveLength(1)
  })

  test('VS-7 the work isn’t finished while something waits for an answer', async () => {
    await database.db.update(checklistItems).set({ active: false })
    const { visit, extra, ctx } = await proposed()
    const finish = () =>
      finishVisit(ctx, visit.id, {
        workDone: '换上铰链',
        outcome: 'done',
        needed: '',
        reasons: new Map(),
      })
    await expect(finish()).rejects.toMatchObject({ kind: 'conflict', code: 'extraUndecided' })
    await decideExtra(ctx, visit.id, said(extra, { decision: 'withdrawn' }))
    await finish()
    expect(await visitNow(database.db, visit.id)).toMatchObject({ status: 'finished' })
  })

  test('VS-3 a signed visit takes no answer, VS-7 an empty box is none', async () => {
    const { visit, extra, ctx } = await proposed()
    const blank = said(extra, { drawing: await aBlankDrawing() })
    await expect(decideExtra(ctx, visit.id, blank)).rejects.toMatchObject({
      code: 'signatureBlank',
    })
    await database.db
      .update(visits)
      .set({ status: 'finished', workDone: 'x' })
      .where(eq(visits.id, visit.id))
    await signed(database.db, visit.id)
    await expect(decideExtra(ctx, visit.id, said(extra))).rejects.toMatchObject({
      code: 'visitSigned',
    })
  })

  test('a yes or a no has a name; a withdrawal needs none', () => {
    const sent = (decision: string) =>
      DecideExtraForm.safeParse({ extra: 'k'.repeat(32), decision, name: '' })
    expect(sent('accepted').error?.issues[0]).toMatchObject({
      path: ['name'],
      message: 'validation:signer',
    })
    expect(sent('withdrawn').success).toBe(true)
  })

  test('Q-12 neither another crew nor another customer answers it, nor one on another visit', async () => {
    const { visit, extra } = await proposed()
    const other = await proposed()
    const stranger = asActor(database.db, await aColleague(database.db, 'crew'))
    await expect(decideExtra(stranger, visit.id, said(extra))).rejects.toMatchObject({
      kind: 'not_found',
    })
    await expect(decideExtra(other.ctx, other.visit.id, said(extra))).rejects.toMatchObject({
      kind: 'not_found',
    })
    const ticket = await aTicket(database.db)
    const neighbour = contextOf(database.db, { kind: 'customer', ticketId: ticket.id })
    await expect(
      decideExtraAsCustomer(neighbour, visit.id, { extra, decision: 'accepted', name: 'x' }),
    ).rejects.toMatchObject({ kind: 'not_found' })
    expect(await extraOf(visit.id)).toMatchObject({ decision: null })
  })
})
