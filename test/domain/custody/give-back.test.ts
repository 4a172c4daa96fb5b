import { describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { custodyReceipts } from '#db/schema/custody.ts'
import { checklistItems } from '#db/schema/visits.ts'
import { giveBack, giveBackAtCounter, takeAway } from '#app/domain/custody/index.server.ts'
import { GiveBackForm } from '#app/domain/custody/give-back-form.ts'
import { pauseTicket } from '#app/domain/tickets/pause-ticket.server.ts'
import { resumeTicket } from '#app/domain/tickets/resume-ticket.server.ts'
import { finishVisit } from '#app/domain/work/index.server.ts'
import type { VisitStatus } from '#db/vocabulary/visits.ts'
import { aStore } from '#test/factories/stores.ts'
import { only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aDrawing } from '#test/domain/visits/drawing.ts'
import { asActor, at, eventsOf, ticketNow } from '#test/domain/visits/scene.ts'
import { atHome, filesOf, signed } from '#test/domain/work/home.ts'
import { anItem } from './an-item.ts'

const database = testDatabase()

const returned = (receipt: string, facts: Partial<GiveBackForm> = {}): GiveBackForm => ({
  receipt,
  receivedBy: '林晓岚',
  reclaimed: true,
  because: '',
  drawing: null,
  ...facts,
})

const receiptOf = async (key: string) =>
  only(await database.db.select().from(custodyReceipts).where(eq(custodyReceipts.key, key)))

/** A matter that rests for what was taken on its first visit. */
async function away(items = 1) {
  await database.db.update(checklistItems).set({ active: false })
  const home = await atHome(database.db, 'working')
  const keys: string[] = []
  for (let i = 0; i < items; i++) {
    const form = anItem()
    await takeAway(home.ctx, home.visit.id, form)
    keys.push(form.submissionKey)
  }
  const form = { workDone: '带走修', needed: '', reasons: new Map<number, string>() }
  await finishVisit(home.ctx, home.visit.id, { ...form, outcome: 'taken_away' })
  return { ...home, keys, key: keys[0]! }
}

async function aReturnVisit(ticketId: number, status: VisitStatus = 'arrived') {
  const visit = await aConfirmedVisit(database.db, {
    ticketId,
    status,
    plannedStart: at('10:00', 7),
    plannedEnd: at('11:00', 7),
    ...(status === 'finished' ? { workDone: '装回' } : {}),
  })
  const technician = await aColleague(database.db, 'crew', { crewId: visit.crewId })
  return { visit, technician, ctx: asActor(database.db, technician, at('10:10', 7)) }
}

const counter = async (role: 'desk' | 'warehouse' = 'desk') =>
  asActor(database.db, await aColleague(database.db, role), at('16:00', 3))

describe('VS-4 giving an item back', () => {
  test.each(['arrived', 'working', 'finished'] as const)(
    'VS-4 on another visit of the ticket, %s: the receipt is reclaimed and the customer signs',
    async (status) => {
      const { ticket, key } = await away()
      const { visit, technician, ctx } = await aReturnVisit(ticket.id, status)
      await giveBack(ctx, visit.id, returned(key, { drawing: await aDrawing() }))
      expect(await receiptOf(key)).toMatchObject({
        returnedAt: at('10:10', 7),
        returnedBy: technician.id,
        returnVisitId: visit.id,
        receivedBy: '林晓岚',
        reclaimed: true,
        notReclaimedBecause: null,
      })
      expect(await filesOf(database.db, visit.id)).toEqual([
        expect.objectContaining({ stage: 'consent', about: key, originalName: 'returned.png' }),
      ])
      const { number, item } = await receiptOf(key)
      expect(await eventsOf(database.db, ticket.id)).toContainEqual({
        kind: 'item_returned',
        data: { number, item, reclaimed: true },
        visitId: visit.id,
      })
    },
  )

  test('VS-4 a paper that can’t be reclaimed says why', async () => {
    const { ticket, key } = await away()
    const { visit, ctx } = await aReturnVisit(ticket.id)
    await giveBack(ctx, visit.id, returned(key, { reclaimed: false, because: '找不到了' }))
    expect(await receiptOf(key)).toMatchObject({
      reclaimed: false,
      notReclaimedBecause: '找不到了',
    })
    const silent = { receipt: key, receivedBy: 'x', reclaimed: 'no', because: '' }
    expect(GiveBackForm.safeParse(silent).error?.issues[0]).toMatchObject({
      path: ['because'],
      message: 'validation:reason',
    })
  })

  test('VS-4 twice, or from two members at once, is once', async () => {
    const { ticket, key } = await away()
    const { visit, ctx } = await aReturnVisit(ticket.id)
    const form = returned(key, { drawing: await aDrawing() })
    await Promise.all([1, 2, 3].map(() => giveBack(ctx, visit.id, form)))
    await giveBack(ctx, visit.id, { ...form, receivedBy: '别人' })
    expect(await receiptOf(key)).toMatchObject({ receivedBy: '林晓岚' })
    expect(await filesOf(database.db, visit.id)).toHaveLength(1)
    const kinds = (await eventsOf(database.db, ticket.id)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'item_returned')).toHaveLength(1)
  })

  test('VS-4 the last item back takes the matter up again, not the one before', async () => {
    const { ticket, keys } = await away(2)
    const desk = await counter()
    await giveBackAtCounter(desk, returned(keys[0]!))
    expect(await ticketNow(database.db, ticket.id)).toMatchObject({ status: 'paused' })
    await giveBackAtCounter(desk, returned(keys[1]!))
    expect(await ticketNow(database.db, ticket.id)).toMatchObject({
      status: 'triaged',
      pausedUntil: null,
    })
    expect((await eventsOf(database.db, ticket.id)).at(-1)).toMatchObject({
      kind: 'resumed',
      data: { status: ['paused', 'triaged'] },
    })
  })

  test('VS-4 with a visit to come it waits for that one', async () => {
    const { ticket, key } = await away()
    await aVisit(database.db, { ticketId: ticket.id })
    await giveBackAtCounter(await counter(), returned(key))
    expect(await ticketNow(database.db, ticket.id)).toMatchObject({ status: 'scheduled' })
  })

  test('VS-4 a pause the desk made for something else stays', async () => {
    const { ticket, key } = await away()
    const desk = await counter()
    await resumeTicket(desk, ticket.number)
    await pauseTicket(desk, ticket.number, { reason: '等业主装修完', until: '2026-04-01' })
    await giveBackAtCounter(desk, returned(key))
    expect(await ticketNow(database.db, ticket.id)).toMatchObject({
      status: 'paused',
      pauseReason: '等业主装修完',
    })
  })

  test.each([
    ['confirmed', 'stepOutOfOrder'],
    ['cancelled', 'visitCancelled'],
  ] as const)('VS-4 not on a visit that is %s', async (status, code) => {
    const { ticket, key } = await away()
    const { visit, ctx } = await aReturnVisit(ticket.id, status)
    await expect(giveBack(ctx, visit.id, returned(key))).rejects.toMatchObject({ code })
    expect(await receiptOf(key)).toMatchObject({ returnedAt: null })
  })

  test('VS-3 a signed visit gives nothing back any more', async () => {
    const { ticket, key } = await away()
    const { visit, ctx } = await aReturnVisit(ticket.id, 'finished')
    await signed(database.db, visit.id)
    await expect(giveBack(ctx, visit.id, returned(key))).rejects.toMatchObject({
      code: 'visitSigned',
    })
  })

  test('VS-5 the original of an exchange doesn’t come back', async () => {
    const { visit, ctx } = await atHome(database.db, 'working', { ticket: { kind: 'exchange' } })
    const form = anItem({ purpose: 'exchange' })
    await takeAway(ctx, visit.id, form)
    const kept = { kind: 'conflict', code: 'keptForGood' }
    const back = returned(form.submissionKey)
    await expect(giveBack(ctx, visit.id, back)).rejects.toMatchObject(kept)
    await expect(giveBackAtCounter(await counter(), back)).rejects.toMatchObject(kept)
  })

  test('VS-4 fetched without a visit, by whoever may', async () => {
    const { key } = await away()
    const warehouse = await counter('warehouse')
    await giveBackAtCounter(warehouse, returned(key))
    expect(await receiptOf(key)).toMatchObject({
      returnedAt: at('16:00', 3),
      returnVisitId: null,
      receivedBy: '林晓岚',
    })
  })

  test('Q-12 not on another ticket’s visit, by another crew or by a store', async () => {
    const { key, ticket } = await away()
    const elsewhere = await atHome(database.db, 'arrived')
    await expect(giveBack(elsewhere.ctx, elsewhere.visit.id, returned(key))).rejects.toMatchObject({
      kind: 'not_found',
    })
    const { visit } = await aReturnVisit(ticket.id)
    await expect(giveBack(elsewhere.ctx, visit.id, returned(key))).rejects.toMatchObject({
      kind: 'not_found',
    })
    const store = await aStore(database.db)
    for (const role of ['store_manager', 'caller', 'crew'] as const) {
      const facts = role === 'store_manager' ? { storeId: store.id } : {}
      const colleague = asActor(database.db, await aColleague(database.db, role, facts))
      await expect(giveBackAtCounter(colleague, returned(key))).rejects.toMatchObject({
        kind: 'forbidden',
      })
    }
    expect(await receiptOf(key)).toMatchObject({ returnedAt: null })
  })
})
