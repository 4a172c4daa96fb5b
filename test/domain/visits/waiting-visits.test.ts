import { describe, expect, test } from 'vitest'
import { siteChecks } from '#db/schema/bookings.ts'
import { countMarkedSoon, markVisit, waitingVisits } from '#app/domain/visits/index.server.ts'
import type { WaitingFilter, WaitingPlace } from '#app/domain/visits/index.server.ts'
import { tuesdayMorning } from '#test/factories/context.ts'
import { aPromise } from '#test/factories/promises.ts'
import { aColleague } from '#test/factories/staff.ts'
import { anArea } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, at } from './scene.ts'

const database = testDatabase()
const as = async (role: Parameters<typeof aColleague>[1]) =>
  asActor(database.db, await aColleague(database.db, role))
const asked = (facts: Partial<WaitingFilter> = {}): WaitingFilter => ({
  ...{ reason: null, skill: null, areaId: null, q: '' },
  ...facts,
})
const on = (days: number) => ({ windowStart: at('14:00', days), windowEnd: at('16:00', days) })
const planned = (days: number) => ({
  ...on(days),
  ...{ plannedStart: at('14:00', days), plannedEnd: at('15:00', days) },
})

/** One visit of every kind in an area of its own, on days of their own. */
async function scene() {
  const area = await anArea(database.db)
  const ticket = async (facts = {}) =>
    (await aTicket(database.db, { status: 'scheduled', areaId: area.id, ...facts })).id
  const manager = await aColleague(database.db, 'aftersales_manager')
  const over = await aVisit(database.db, { ticketId: await ticket(), ...on(-3) })
  const plain = await aVisit(database.db, {
    ...{ ticketId: await ticket({ name: '百分号 100%' }), skill: 'survey' as const },
    ...on(2),
  })
  const beyond = await aVisit(database.db, {
    ...{ ticketId: await ticket(), overbookedBy: manager.id, overbookReason: '答应过' },
    ...on(1),
  })
  await aPromise(database.db, { visit: beyond, madeBy: manager.id, origin: 'booked' })
  const stranded = await aConfirmedVisit(database.db, {
    ...{ ticketId: await ticket(), stranded: true },
    ...planned(3),
  })
  const short = await aConfirmedVisit(database.db, {
    ...{ ticketId: await ticket(), work: '换上铰链' },
    ...planned(1),
  })
  await markVisit(await as('desk'), short.id, {
    ...{ kind: 'parts_short', note: '缺铰链', expectedOn: null, tell: false },
  })
  const unready = await aConfirmedVisit(database.db, {
    ...{ ticketId: await ticket(), skill: 'install' as const },
    ...planned(6),
  })
  await database.db
    .insert(siteChecks)
    .values({ ticketId: unready.ticketId, roomReady: false, answeredAt: tuesdayMorning })
  await aConfirmedVisit(database.db, { ticketId: await ticket(), ...planned(2) })
  await aVisit(database.db, { ticketId: await ticket(), status: 'cancelled', ...on(2) })
  return { area, manager, over, plain, beyond, stranded, short, unready }
}

describe('the visits that wait for a dispatcher', () => {
  test('are all there, whatever their day, the soonest promised first, with why and who promised', async () => {
    const { area, manager, over, plain, beyond, stranded, short, unready } = await scene()
    const ctx = await as('dispatcher')
    const { visits, counts, next } = await waitingVisits(ctx, asked({ areaId: area.id }), null)
    expect(visits.map(({ id }) => id)).toEqual(
      [over, beyond, short, plain, stranded, unready].map(({ id }) => id),
    )
    expect(counts).toEqual({ all: 6, unassigned: 2, overbooked: 1, stranded: 1, marked: 2 })
    expect(next).toBeNull()
    expect(visits[1]).toMatchObject({
      ...{ overbooked: true, promisedBy: manager.name, promisedAt: tuesdayMorning, marks: [] },
    })
    expect(visits[2]!.marks).toMatchObject([{ kind: 'parts_short', note: '缺铰链' }])
    expect(visits[5]!.marks).toMatchObject([{ kind: 'site_not_ready', source: 'customer' }])
  })

  test('are cut to a reason, a skill, an area and a text', async () => {
    const { area, plain, beyond, stranded, short, unready } = await scene()
    const ctx = await as('dispatcher')
    const ids = async (facts: Partial<WaitingFilter>) =>
      (await waitingVisits(ctx, asked({ areaId: area.id, ...facts }), null)).visits.map(
        ({ id }) => id,
      )
    expect(await ids({ reason: 'overbooked' })).toEqual([beyond.id])
    expect(await ids({ reason: 'stranded' })).toEqual([stranded.id])
    expect(await ids({ reason: 'marked' })).toEqual([short.id, unready.id])
    expect(await ids({ skill: 'survey' })).toEqual([plain.id])
    expect(await ids({ q: '上铰链' })).toEqual([short.id])
    expect(await ids({ q: '100%' })).toEqual([plain.id])
    expect(await ids({ q: '1%0' })).toEqual([])
    expect(await ids({ areaId: 'none', q: '上铰链' })).toEqual([])
  })

  test('today’s and tomorrow’s that may come to nothing are counted', async () => {
    const ctx = await as('desk')
    const before = await countMarkedSoon(ctx)
    await scene()
    expect(await countMarkedSoon(ctx)).toBe(before + 1)
  })

  test('come a page at a time', async () => {
    const area = await anArea(database.db)
    const { id: ticketId } = await aTicket(database.db, { status: 'triaged', areaId: area.id })
    for (let i = 0; i < 203; i++) await aVisit(database.db, { ticketId, ...on(40 + (i % 3)) })
    const ctx = await as('dispatcher')
    const first = await waitingVisits(ctx, asked({ areaId: area.id }), null)
    const [instant, id] = first.next!.split(',')
    const place: WaitingPlace = [new Date(instant!), Number(id)]
    const second = await waitingVisits(ctx, asked({ areaId: area.id }), place)
    const seen = [...first.visits, ...second.visits].map((visit) => visit.id)
    expect([first.visits.length, second.visits.length, new Set(seen).size]).toEqual([200, 3, 203])
    expect(second.counts.all).toBe(203)
  })

  test.each(['crew', 'store_guide', 'warehouse'] as const)('Q-12 %s may not', async (role) => {
    await expect(waitingVisits(await as(role), asked(), null)).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})
