import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { windows } from '#db/schema/bookings.ts'
import { crewAreas, crews } from '#db/schema/crews.ts'
import { visits } from '#db/schema/visits.ts'
import { findTicketById } from '#app/domain/tickets/index.server.ts'
import {
  bookVisit,
  cancelHeldVisit,
  confirmVisit,
  daysOfVisit,
  holdDaysOf,
  lockVisit,
  moveToWindow,
  refusingDisorder,
} from '#app/domain/visits/index.server.ts'
import {
  findWindow,
  listWindows,
  lockDays,
  makeWindowsOf,
  nearestWindows,
  refreshWindows,
} from '#app/domain/windows/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { addDays } from '#app/platform/time.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aCrew, crewServes } from '#test/factories/crews.ts'
import { aColleague } from '#test/factories/staff.ts'
import { anArea } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'
import { eventsOf, ticketNow, visitNow } from './scene.ts'

const database = testDatabase()
const db = () => database.db
const ctx = (): Ctx => contextOf(db(), { kind: 'job' })
/** The Wednesday after the Tuesday of the tests. */
const wednesday = '2026-03-11'
const days = [wednesday, addDays(wednesday, 1), addDays(wednesday, 2)]

beforeEach(async () => {
  await db().update(crews).set({ active: false })
  await db().delete(crewAreas)
})

/** Crews who go to one new area and can do these things, with windows for three days. */
async function supply(skillsOfCrews: ('repair' | 'install' | 'delivery' | 'survey')[][]) {
  const area = await anArea(db())
  for (const skills of skillsOfCrews) {
    await aCrew(db(), { skills, areas: [area] })
  }
  await inTransaction(ctx(), (tx) => makeWindowsOf(tx, days))
  return area
}

async function book(
  areaId: number,
  { windowId, urgent, minutes }: { windowId: number; urgent?: boolean; minutes?: number },
) {
  const { id } = await aTicket(db(), { status: 'triaged', areaId })
  return inTransaction(ctx(), async (tx) => {
    const window = (await findWindow(tx, windowId))!
    await lockDays(tx, [window.day])
    const ticket = await findTicketById(tx, id, { lock: true })
    return bookVisit(tx, ticket, { windowId, work: '修柜门', urgent, minutes })
  })
}

async function cancel(id: number) {
  await inTransaction(ctx(), async (tx) => {
    await holdDaysOf(tx, id)
    const { visit, ticket } = await lockVisit(tx, id)
    await cancelHeldVisit(tx, ticket, visit, '不方便')
  })
}

async function move(id: number, windowId: number) {
  await inTransaction(ctx(), async (tx) => {
    const to = (await findWindow(tx, windowId))!
    await holdDaysOf(tx, id, { to: { start: to.startsAt, end: to.endsAt } })
    const { visit, ticket } = await lockVisit(tx, id)
    await moveToWindow(tx, ticket, visit, { windowId, reason: '改期' })
  })
}

/** BK-2: what must be true of every window and crew, whatever happened. */
async function expectSound(areaId: number) {
  const all = await db().select().from(windows).where(eq(windows.areaId, areaId))
  const live = (await db().select().from(visits)).filter(({ status }) => status !== 'cancelled')
  for (const window of all) {
    const inIt = live.filter(({ windowId }) => windowId === window.id)
    const minutes = inIt.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0)
    expect(window.bookedMinutes).toBe(minutes)
    expect(window.bookedVisits).toBe(inIt.length)
    expect(window.bookedMinutes).toBeLessThanOrEqual(
      window.capacityMinutes + window.overbookedMinutes,
    )
  }
  const before = all.map(({ id, capacityMinutes, heldMinutes }) => ({
    id,
    capacityMinutes,
    heldMinutes,
  }))
  await inTransaction(ctx(), (tx) => refreshWindows(tx, { days }))
  const again = await db().select().from(windows).where(eq(windows.areaId, areaId))
  const after = new Map(again.map((window) => [window.id, window]))
  for (const window of before) expect(after.get(window.id)).toMatchObject(window)
}

describe('BK-1 booking a visit', () => {
  test('puts it on a crew that has the time, and the window counts one less', async () => {
    const area = await supply([['survey'], ['survey']])
    const [first] = await listWindows(ctx(), { service: 'survey', areaId: area.id })
    expect(first).toMatchObject({ day: wednesday, places: 2, minutesLeft: 120 })
    const visit = await book(area.id, { windowId: first!.id })
    expect(visit).toMatchObject({ status: 'confirmed', windowId: first!.id, confirmedBy: null })
    expect(visit.plannedStart).toEqual(first!.start)
    const [now] = await listWindows(ctx(), { service: 'survey', areaId: area.id })
    expect(now).toMatchObject({ id: first!.id, places: 1 })
    expect((await ticketNow(db(), visit.ticketId)).status).toBe('scheduled')
    expect((await eventsOf(db(), visit.ticketId)).map(({ kind }) => kind)).toEqual(['visit_booked'])
    await expectSound(area.id)
  })

  test('BK-2 the last place is given once; who comes second is told, with the nearest free ones', async () => {
    const area = await supply([['survey']])
    const [first, second, third, fourth] = await listWindows(ctx(), {
      service: 'survey',
      areaId: area.id,
    })
    const tries = await Promise.allSettled(
      Array.from({ length: 12 }, () => book(area.id, { windowId: first!.id })),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of tries) {
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'windowGone' })
    }
    const nearest = await nearestWindows(ctx(), {
      service: 'survey',
      areaId: area.id,
      start: first!.start,
    })
    expect(nearest.map(({ id }) => id)).toEqual([second!.id, third!.id, fourth!.id])
  })

  test('a crew’s time is sold once, whichever service and area it is sold for', async () => {
    const area = await supply([['install', 'repair']])
    const other = await anArea(db())
    const [crew] = await db().select().from(crews).where(eq(crews.homeAreaId, area.id))
    await crewServes(db(), crew!, other)
    await inTransaction(ctx(), (tx) => makeWindowsOf(tx, days))
    const [install] = await listWindows(ctx(), { service: 'install', areaId: area.id })
    await book(area.id, { windowId: install!.id })
    for (const areaId of [area.id, other.id]) {
      for (const service of ['install', 'repair'] as const) {
        const left = await listWindows(ctx(), { service, areaId })
        expect(left.map(({ start }) => start)).not.toContainEqual(install!.start)
      }
    }
    await expectSound(area.id)
    await expectSound(other.id)
  })

  test('what is held back for urgent repairs is not offered, and urgent ones may take it', async () => {
    const area = await supply([['repair']])
    const onWednesday = { service: 'repair' as const, areaId: area.id, to: wednesday }
    const all = await db().select().from(windows).where(eq(windows.areaId, area.id))
    const ofWednesday = all.filter(({ day, service }) => day === wednesday && service === 'repair')
    const held = ofWednesday.filter(({ heldMinutes }) => heldMinutes > 0)
    expect(held).toHaveLength(1)
    const offered = await listWindows(ctx(), onWednesday)
    expect(offered.map(({ id }) => id)).not.toContain(held[0]!.id)
    await expect(book(area.id, { windowId: held[0]!.id })).rejects.toMatchObject({
      code: 'windowGone',
    })
    await book(area.id, { windowId: held[0]!.id, urgent: true })
    // The urgent one used the share up: the rest of the day is everybody's.
    expect(await listWindows(ctx(), onWednesday)).toHaveLength(offered.length)
    await expectSound(area.id)
  })

  test('longer work takes more of the window, or is refused', async () => {
    const area = await supply([['delivery']])
    const [first] = await listWindows(ctx(), { service: 'delivery', areaId: area.id })
    expect(first!.places).toBe(2)
    await book(area.id, { windowId: first!.id, minutes: 90 })
    const left = await listWindows(ctx(), { service: 'delivery', areaId: area.id })
    expect(left.map(({ id }) => id)).not.toContain(first!.id)
    await expect(book(area.id, { windowId: first!.id })).rejects.toMatchObject({
      code: 'windowGone',
    })
    await expectSound(area.id)
  })

  test('cancelling and moving give the time back; nothing moves when the other is gone', async () => {
    const area = await supply([['survey']])
    const [a, b] = await listWindows(ctx(), { service: 'survey', areaId: area.id })
    const first = await book(area.id, { windowId: a!.id })
    const second = await book(area.id, { windowId: b!.id })
    await expect(move(first.id, b!.id)).rejects.toMatchObject({ code: 'windowGone' })
    expect(await visitNow(db(), first.id)).toMatchObject({ windowId: a!.id, status: 'confirmed' })
    await cancel(second.id)
    await move(first.id, b!.id)
    expect(await visitNow(db(), first.id)).toMatchObject({ windowId: b!.id, status: 'confirmed' })
    const left = await listWindows(ctx(), { service: 'survey', areaId: area.id })
    expect(left[0]!.id).toBe(a!.id)
    expect(left.map(({ id }) => id)).not.toContain(b!.id)
    await expectSound(area.id)
  })

  test('of linked visits the second is never before the first, and goes with it', async () => {
    const area = await supply([['delivery'], ['install']])
    const delivery = await listWindows(ctx(), { service: 'delivery', areaId: area.id })
    const install = await listWindows(ctx(), { service: 'install', areaId: area.id })
    const first = await book(area.id, { windowId: delivery[1]!.id })
    const bookSecond = (windowId: number) =>
      inTransaction(ctx(), async (tx) => {
        await lockDays(tx, days)
        const ticket = await findTicketById(tx, first.ticketId, { lock: true })
        return bookVisit(tx, ticket, { windowId, work: '装桌脚', after: first })
      })
    const early = install.find(({ start }) => +start === +delivery[1]!.start)!
    await expect(bookSecond(early.id)).rejects.toMatchObject({ code: 'linkedTooEarly' })
    const later = install.find(({ start }) => start >= delivery[1]!.end)!
    const second = await bookSecond(later.id)
    const afterIt = delivery.find(({ start }) => start >= later.end)!
    await expect(refusingDisorder(() => move(first.id, afterIt.id))).rejects.toMatchObject({
      code: 'linkedTooEarly',
    })
    await cancel(first.id)
    expect((await visitNow(db(), second.id)).status).toBe('cancelled')
    await expectSound(area.id)
  })

  test('the dispatcher’s own plans count too', async () => {
    const area = await supply([['survey'], ['survey']])
    const [first] = await listWindows(ctx(), { service: 'survey', areaId: area.id })
    const visit = await book(area.id, { windowId: first!.id })
    const [other] = await db()
      .select()
      .from(crews)
      .where(eq(crews.homeAreaId, area.id))
      .then((all) => all.filter(({ id }) => id !== visit.crewId))
    const dispatcher = contextOf(db(), await aColleague(db(), 'dispatcher'))
    const { version } = await visitNow(db(), visit.id)
    await confirmVisit(dispatcher, visit.id, { crewId: other!.id, start: '09:10', version })
    await expectSound(area.id)
    expect(daysOfVisit(await visitNow(db(), visit.id))).toEqual([wednesday])
  })
})

describe('BK-2, Q-2 whatever is booked, moved and cancelled', () => {
  test('every window that is offered can be booked, and nothing is ever sold twice', async () => {
    const area = await supply([
      ['delivery', 'install'],
      ['install', 'repair'],
      ['repair'],
      ['delivery'],
    ])
    const here = await db()
      .select({ id: windows.id })
      .from(windows)
      .where(eq(windows.areaId, area.id))
    const ours = new Set(here.map(({ id }) => id))
    const services = ['delivery', 'install', 'repair'] as const
    const step = fc.record({
      what: fc.constantFrom('book', 'book', 'book', 'move', 'cancel'),
      service: fc.constantFrom(...services),
      nth: fc.nat(1000),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 25 }), async (steps) => {
        for (const { what, service, nth } of steps) {
          const offered = await listWindows(ctx(), { service, areaId: area.id, to: days[2] })
          const booked = (await db().select().from(visits)).filter(
            ({ status, skill, windowId }) =>
              status === 'confirmed' && skill === service && ours.has(windowId ?? 0),
          )
          const window = offered[nth % offered.length]
          const visit = booked[nth % booked.length]
          if (what === 'book' && window) await book(area.id, { windowId: window.id })
          if (what === 'move' && window && visit) await move(visit.id, window.id)
          if (what === 'cancel' && visit) await cancel(visit.id)
        }
        await expectSound(area.id)
      }),
      // What fails is told as it was found: making it smaller takes longer than a test may.
      { numRuns: 4, endOnFailure: true },
    )
  }, 60_000)
})
