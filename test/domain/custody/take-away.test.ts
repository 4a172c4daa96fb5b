import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { custodyReceipts } from '#db/schema/custody.ts'
import { receiptsOfTicket, takeAway } from '#app/domain/custody/index.server.ts'
import { TakeAwayForm } from '#app/domain/custody/take-away-form.ts'
import { only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aBlankDrawing, aDrawing } from '#test/domain/visits/drawing.ts'
import { asActor, at, eventsOf, mailsOf, ticketNow, visitNow } from '#test/domain/visits/scene.ts'
import { atHome, filesOf, signed } from '#test/domain/work/home.ts'
import { anItem } from './an-item.ts'

const database = testDatabase()

const receiptsOf = (visitId: number) =>
  database.db.select().from(custodyReceipts).where(eq(custodyReceipts.visitId, visitId))

describe('VS-4 taking an item away', () => {
  test.each(['arrived', 'working', 'finished'] as const)(
    'VS-4 gives a receipt while the visit is %s',
    async (status) => {
      const { visit, ticket, technician, ctx } = await atHome(database.db, status)
      const form = anItem()
      await takeAway(ctx, visit.id, form)
      const receipt = only(await receiptsOf(visit.id))
      expect(receipt).toMatchObject({
        key: form.submissionKey,
        ticketId: ticket.id,
        purpose: 'repair',
        item: form.item,
        condition: form.condition,
        reason: form.reason,
        backOn: '2026-03-17',
        takenAt: at('14:30'),
        takenBy: technician.id,
        handedBy: '林晓岚',
        returnedAt: null,
      })
      expect(receipt.number).toMatch(/^C\d{7}$/)
      expect(await eventsOf(database.db, ticket.id)).toContainEqual({
        kind: 'item_taken',
        data: {
          number: receipt.number,
          purpose: 'repair',
          item: form.item,
          backOn: '2026-03-17',
        },
        visitId: visit.id,
      })
    },
  )

  test('VS-4 the customer’s mail has everything on the receipt', async () => {
    const { visit, ticket, technician, ctx } = await atHome(database.db, 'working', {
      ticket: { email: 'lin@example.test' },
    })
    const form = anItem()
    await takeAway(ctx, visit.id, form)
    const { number } = only(await receiptsOf(visit.id))
    expect(await mailsOf(database.db, ticket.id)).toEqual([
      expect.objectContaining({
        template: 'custody-receipt',
        channel: 'mail',
        recipient: 'lin@example.test',
        visitId: visit.id,
        params: expect.objectContaining({
          receipt: number,
          number: ticket.number,
          purpose: 'repair',
          item: form.item,
          condition: form.condition,
          reason: form.reason,
          backOn: '2026-03-17',
          takenAt: at('14:30').toISOString(),
          takenBy: technician.name,
          handedBy: '林晓岚',
          address: ticket.address,
        }) as unknown,
      }),
    ])
  })

  test('VS-4 without a mail address it stands in the log, for a colleague to pass on', async () => {
    const { visit, ticket, ctx } = await atHome(database.db, 'working', {
      ticket: { email: null },
    })
    await takeAway(ctx, visit.id, anItem())
    expect(await mailsOf(database.db, ticket.id)).toEqual([
      expect.objectContaining({ template: 'custody-receipt', channel: 'log' }),
    ])
  })

  test('VS-4 the same form twice, or from two members at once, is one receipt and one mail', async () => {
    const { visit, ticket, ctx } = await atHome(database.db, 'working')
    const form = anItem({ drawing: await aDrawing() })
    await Promise.all([1, 2, 3].map(() => takeAway(ctx, visit.id, form)))
    expect(await receiptsOf(visit.id)).toHaveLength(1)
    expect(await mailsOf(database.db, ticket.id)).toHaveLength(1)
    expect(await filesOf(database.db, visit.id)).toEqual([
      expect.objectContaining({
        stage: 'consent',
        about: form.submissionKey,
        originalName: 'taken.png',
      }),
    ])
  })

  test('VS-4 taken after the work was ended, the matter rests instead of being solved', async () => {
    const { visit, ticket, ctx } = await atHome(database.db, 'finished', {
      ticket: { solution: '好了', resolvedAt: at('14:20') },
    })
    await takeAway(ctx, visit.id, anItem())
    expect(await visitNow(database.db, visit.id)).toMatchObject({ outcome: 'taken_away' })
    expect(await ticketNow(database.db, ticket.id)).toMatchObject({
      status: 'paused',
      pausedUntil: '2026-03-17',
      solution: null,
      resolvedAt: null,
    })
  })

  test.each([
    ['confirmed', 'stepOutOfOrder'],
    ['on_the_way', 'stepOutOfOrder'],
    ['cancelled', 'visitCancelled'],
  ] as const)('VS-4 not while %s', async (status, code) => {
    const { visit, ctx } = await atHome(database.db, status)
    await expect(takeAway(ctx, visit.id, anItem())).rejects.toMatchObject({ code })
    expect(await receiptsOf(visit.id)).toEqual([])
  })

  test('VS-3 not once the customer has signed', async () => {
    const { visit, ctx } = await atHome(database.db, 'finished')
    await signed(database.db, visit.id)
    await expect(takeAway(ctx, visit.id, anItem())).rejects.toMatchObject({ code: 'visitSigned' })
    expect(await receiptsOf(visit.id)).toEqual([])
  })

  test('it can’t be due back in the past, and an empty box is no signature', async () => {
    const { visit, ctx } = await atHome(database.db, 'working')
    const past = anItem({ backOn: '2026-03-09' })
    await expect(takeAway(ctx, visit.id, past)).rejects.toMatchObject({ code: 'backOnPast' })
    const blank = anItem({ drawing: await aBlankDrawing() })
    await expect(takeAway(ctx, visit.id, blank)).rejects.toMatchObject({ code: 'signatureBlank' })
    expect(await receiptsOf(visit.id)).toEqual([])
  })

  test('the form asks what, how it looks, and who handed it over', () => {
    const sent = TakeAwayForm.safeParse({ purpose: 'repair', submissionKey: 'k'.repeat(32) })
    expect(sent.error?.issues.map(({ message }) => message)).toEqual([
      'validation:item',
      'validation:condition',
      'validation:signer',
    ])
  })

  test('Q-12 another crew’s visit is a missing one, and the desk takes nothing away', async () => {
    const { visit } = await atHome(database.db, 'working')
    const stranger = asActor(database.db, await aColleague(database.db, 'crew'))
    await expect(takeAway(stranger, visit.id, anItem())).rejects.toMatchObject({
      kind: 'not_found',
    })
    const desk = asActor(database.db, await aColleague(database.db, 'desk'))
    await expect(takeAway(desk, visit.id, anItem())).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('VS-5 the original of an exchange', () => {
  const exchange = { kind: 'exchange' } as const

  test('VS-5 leaves for good: no day to be back, and no pause', async () => {
    const { visit, ticket, ctx } = await atHome(database.db, 'working', { ticket: exchange })
    await takeAway(ctx, visit.id, anItem({ purpose: 'exchange' }))
    expect(await receiptsOfTicket(ctx, ticket.id)).toEqual([
      expect.objectContaining({ purpose: 'exchange', backOn: null }),
    ])
    expect(await ticketNow(database.db, ticket.id)).toMatchObject({ status: 'in_progress' })
  })

  test('VS-5 collected after all, there is nothing left to explain', async () => {
    const { visit, ctx } = await atHome(database.db, 'working', {
      ticket: exchange,
      visit: { notCollectedBecause: '业主不在' },
    })
    await takeAway(ctx, visit.id, anItem({ purpose: 'exchange' }))
    expect(await visitNow(database.db, visit.id)).toMatchObject({ notCollectedBecause: null })
  })

  test('VS-5 any other matter has none', async () => {
    const { visit, ctx } = await atHome(database.db, 'working')
    const form = anItem({ purpose: 'exchange' })
    await expect(takeAway(ctx, visit.id, form)).rejects.toMatchObject({ code: 'notAnExchange' })
    expect(await receiptsOf(visit.id)).toEqual([])
  })
})
