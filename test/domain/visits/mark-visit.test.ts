import { and, eq, isNull } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { siteChecks } from '#db/schema/bookings.ts'
import { orders } from '#db/schema/customers.ts'
import { visitMarks, type visits } from '#db/schema/visits.ts'
import { readTrackedTicket } from '#app/domain/tickets/index.server.ts'
import { cancelVisit, clearMark, marksOf, markVisit } from '#app/domain/visits/index.server.ts'
import { type MarkVisitForm } from '#app/domain/visits/mark-visit-form.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { anOrder } from '#test/factories/customers.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, eventsOf, mailsOf, visitNow } from './scene.ts'

const database = testDatabase()
const as = async (role: Parameters<typeof aColleague>[1]) =>
  asActor(database.db, await aColleague(database.db, role))
const short = (facts: Partial<MarkVisitForm> = {}): MarkVisitForm => ({
  ...{ kind: 'parts_short', note: '缺一对上铰链', expectedOn: null, tell: true },
  ...facts,
})
const openMarks = (visitId: number) =>
  database.db
    .select()
    .from(visitMarks)
    .where(and(eq(visitMarks.visitId, visitId), isNull(visitMarks.clearedAt)))

describe('BK-6 a visit whose parts are short', () => {
  test('is marked, and its customer told what is missing and until when', async () => {
    const visit = await aConfirmedVisit(database.db)
    const desk = await as('desk')
    await markVisit(desk, visit.id, short({ expectedOn: '2026-03-11' }))
    expect((await marksOf(desk, [visit.id])).get(visit.id)).toEqual([
      {
        ...{ visitId: visit.id, kind: 'parts_short', note: '缺一对上铰链' },
        ...{ expectedOn: '2026-03-11', source: 'colleague', orderNumber: null },
        ...{ madeAt: tuesdayMorning, madeBy: desk.actor.kind === 'staff' && desk.actor.name },
      },
    ])
    expect(await mailsOf(database.db, visit.ticketId)).toMatchObject([
      {
        template: 'visit-parts-short',
        visitId: visit.id,
        params: { note: '缺一对上铰链', expectedOn: '2026-03-11', service: 'repair' },
      },
    ])
    expect(await eventsOf(database.db, visit.ticketId)).toMatchObject([
      {
        kind: 'visit_marked',
        visitId: visit.id,
        data: { mark: 'parts_short', note: '缺一对上铰链', told: true },
      },
    ])
    expect((await visitNow(database.db, visit.id)).version).toBe(visit.version)
  })

  test('stands on the customer’s page as well once they were told, until it is there', async () => {
    const visit = await aConfirmedVisit(database.db)
    const customer = contextOf(database.db, { kind: 'customer', ticketId: visit.ticketId })
    const missing = async () => (await readTrackedTicket(customer)).visits[0]!.missing
    const desk = await as('desk')
    await markVisit(desk, visit.id, short({ tell: false }))
    expect(await missing()).toBeNull()
    await markVisit(desk, visit.id, short({ note: '缺两只滑轨', expectedOn: '2026-03-11' }))
    expect(await missing()).toEqual({ note: '缺两只滑轨', expectedOn: '2026-03-11' })
    await clearMark(desk, visit.id, 'parts_short')
    expect(await missing()).toBeNull()
  })

  test('the same twice is one mark and one message; other words take its place and are told', async () => {
    const visit = await aConfirmedVisit(database.db)
    const desk = await as('desk')
    await Promise.all([1, 2, 3].map(() => markVisit(desk, visit.id, short())))
    expect(await openMarks(visit.id)).toHaveLength(1)
    expect(await mailsOf(database.db, visit.ticketId)).toHaveLength(1)
    await markVisit(await as('dispatcher'), visit.id, short({ note: '缺门板' }))
    expect(await openMarks(visit.id)).toMatchObject([{ note: '缺门板' }])
    const mails = await mailsOf(database.db, visit.ticketId)
    expect(mails.map(({ status }) => status).sort()).toEqual(['queued', 'withdrawn'])
    const events = await eventsOf(database.db, visit.ticketId)
    expect(events.at(-1)).toMatchObject({ data: { before: '缺一对上铰链', note: '缺门板' } })
  })

  test('the customer isn’t told when the desk does that by phone, nor of a visit they know nothing of', async () => {
    const known = await aConfirmedVisit(database.db)
    await markVisit(await as('desk'), known.id, short({ tell: false }))
    expect(await mailsOf(database.db, known.ticketId)).toEqual([])
    const unknown = await aVisit(database.db)
    await markVisit(await as('desk'), unknown.id, short())
    expect(await mailsOf(database.db, unknown.ticketId)).toEqual([])
    expect(await openMarks(unknown.id)).toHaveLength(1)
  })

  test('whose parts are here is cleared, and what wasn’t sent is taken back; twice is once', async () => {
    const visit = await aConfirmedVisit(database.db)
    const desk = await as('desk')
    await markVisit(desk, visit.id, short())
    await clearMark(desk, visit.id, 'parts_short')
    await clearMark(desk, visit.id, 'parts_short')
    expect((await marksOf(desk, [visit.id])).get(visit.id)).toBeUndefined()
    expect(await mailsOf(database.db, visit.ticketId)).toMatchObject([{ status: 'withdrawn' }])
    const kinds = (await eventsOf(database.db, visit.ticketId)).map(({ kind }) => kind)
    expect(kinds).toEqual(['visit_marked', 'visit_mark_cleared'])
    const marks = await database.db
      .select()
      .from(visitMarks)
      .where(eq(visitMarks.visitId, visit.id))
    expect(marks).toMatchObject([
      { clearedAt: tuesdayMorning, clearedBy: desk.actor.kind === 'staff' && desk.actor.id },
    ])
  })

  test('cancelled, it is no longer told', async () => {
    const visit = await aConfirmedVisit(database.db)
    const desk = await as('desk')
    await markVisit(desk, visit.id, short())
    await cancelVisit(desk, visit.id, { reason: '改天再来', version: 1 })
    const mails = await mailsOf(database.db, visit.ticketId)
    expect(mails.find(({ template }) => template === 'visit-parts-short')).toMatchObject({
      status: 'withdrawn',
    })
    expect((await marksOf(desk, [visit.id])).get(visit.id)).toBeUndefined()
  })

  test.each([
    ['on_the_way', 'markUnderWay'],
    ['working', 'markUnderWay'],
    ['finished', 'visitFinished'],
    ['cancelled', 'visitCancelled'],
  ] as const)('%s it is refused', async (status, code) => {
    const visit = await aConfirmedVisit(database.db, { status, workDone: 'x' })
    await expect(markVisit(await as('desk'), visit.id, short())).rejects.toMatchObject({ code })
  })

  test('a day that is over mends nothing', async () => {
    const visit = await aConfirmedVisit(database.db)
    const past = short({ expectedOn: '2026-03-09' })
    await expect(markVisit(await as('desk'), visit.id, past)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'markPast',
    })
  })

  test.each(['caller', 'crew', 'market_manager', 'store_guide'] as const)(
    '%s may not mark',
    async (role) => {
      const visit = await aConfirmedVisit(database.db)
      const ctx = await as(role)
      await expect(markVisit(ctx, visit.id, short())).rejects.toMatchObject({ kind: 'forbidden' })
      await expect(clearMark(ctx, visit.id, 'parts_short')).rejects.toMatchObject({
        kind: 'forbidden',
      })
    },
  )

  test('a delivery is, by itself, while its order’s goods aren’t complete', async () => {
    const order = await anOrder(database.db, {
      ...{ status: 'checked', deliveredOn: null, name: '顾客', enteredAt: tuesdayMorning },
    })
    const ticket = await aTicket(database.db, {
      ...{ kind: 'delivery', status: 'scheduled', orderId: order.id },
    })
    const visit = await aConfirmedVisit(database.db, { ticketId: ticket.id, skill: 'delivery' })
    const desk = await as('desk')
    expect((await marksOf(desk, [visit.id])).get(visit.id)).toMatchObject([
      { kind: 'parts_short', source: 'order', orderNumber: order.number },
    ])
    await expect(clearMark(desk, visit.id, 'parts_short')).rejects.toMatchObject({
      code: 'markOfOrder',
    })
    await database.db
      .update(orders)
      .set({ readyAt: tuesdayMorning, agreeBy: tuesdayMorning })
      .where(eq(orders.id, order.id))
    expect((await marksOf(desk, [visit.id])).size).toBe(0)
  })
})

describe('BK-6 a home that isn’t ready', () => {
  async function toldNotReady(facts: Partial<typeof visits.$inferInsert>) {
    const visit = await aConfirmedVisit(database.db, facts)
    const { ticketId } = visit
    await database.db
      .insert(siteChecks)
      .values({ ticketId, roomReady: false, answeredAt: tuesdayMorning })
    return visit
  }

  test('as the customer said it, and no more once they say it is', async () => {
    const visit = await toldNotReady({ skill: 'install' })
    const desk = await as('desk')
    expect((await marksOf(desk, [visit.id])).get(visit.id)).toMatchObject([
      { kind: 'site_not_ready', source: 'customer', madeBy: null },
    ])
    await clearMark(desk, visit.id, 'site_not_ready')
    expect((await marksOf(desk, [visit.id])).size).toBe(0)
    const [answer] = await database.db
      .select()
      .from(siteChecks)
      .where(eq(siteChecks.ticketId, visit.ticketId))
    expect(answer).toMatchObject({ roomReady: true })
    expect(await mailsOf(database.db, visit.ticketId)).toEqual([])
  })

  test('what a colleague wrote of it stands before it, and both end together', async () => {
    const visit = await toldNotReady({ skill: 'delivery' })
    const desk = await as('desk')
    await markVisit(desk, visit.id, short({ kind: 'site_not_ready', note: '地板还在铺' }))
    expect((await marksOf(desk, [visit.id])).get(visit.id)).toMatchObject([
      { source: 'colleague', note: '地板还在铺' },
    ])
    expect(await mailsOf(database.db, visit.ticketId)).toEqual([])
    await clearMark(desk, visit.id, 'site_not_ready')
    expect((await marksOf(desk, [visit.id])).size).toBe(0)
  })

  test.each([
    ['a survey needs no ready room', { skill: 'survey' }],
    ['nor does what is over', { skill: 'install', status: 'finished', workDone: 'x' }],
  ] as const)('%s', async (_, facts) => {
    const visit = await toldNotReady(facts)
    expect((await marksOf(await as('desk'), [visit.id])).size).toBe(0)
  })
})
