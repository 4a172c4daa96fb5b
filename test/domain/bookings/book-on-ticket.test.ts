import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { orders } from '#db/schema/customers.ts'
import { visits } from '#db/schema/visits.ts'
import { bookOnTicket, deskWindows, moveVisitToWindow } from '#app/domain/bookings/index.server.ts'
import { cancelVisit } from '#app/domain/visits/index.server.ts'
import { readTrackedTicket } from '#app/domain/tickets/index.server.ts'
import { instantAt } from '#app/platform/time.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { anOrderReady } from '#test/factories/customers.ts'
import { only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, eventsOf, mailsOf, ticketNow, visitNow } from '../visits/scene.ts'
import {
  aBooking,
  aDistrict,
  friday,
  thursday,
  wednesday,
  windowAt,
  windowNow,
} from '#test/factories/districts.ts'

const database = testDatabase()
const as = async (role: 'desk' | 'aftersales_manager' | 'caller') =>
  asActor(database.db, await aColleague(database.db, role))
const repairAt = (areaId: number, day: string, from: string) =>
  windowAt(database.db, { areaId, service: 'repair', day, from })
const form = (window: { id: number }, facts = {}) => ({
  window: window.id,
  duration: 60,
  work: '换铰链',
  overbookReason: '',
  ...facts,
})

async function scene(severity: 1 | 3 = 3) {
  const area = await aDistrict(database.db)
  const ticket = await aTicket(database.db, { areaId: area.id, status: 'triaged', severity })
  return { area, ticket }
}

/** The window of the day whose only place is kept for urgent repairs. */
async function heldWindow(areaId: number, day: string) {
  for (const from of ['08:30', '10:30', '13:30', '15:30']) {
    const window = await repairAt(areaId, day, from)
    if (window.heldMinutes > 0) return window
  }
  throw new Error('nothing is held')
}

describe('BK-5 the desk books the delivery of an order', () => {
  test('which is agreed with that, and to be agreed again when it is cancelled', async () => {
    const area = await aDistrict(database.db)
    const order = await anOrderReady(database.db)
    const agreed = async () =>
      only(await database.db.select().from(orders).where(eq(orders.id, order.id))).agreedAt
    const ticket = await aTicket(database.db, {
      areaId: area.id,
      status: 'triaged',
      orderId: order.id,
      customerId: order.customerId!,
    })
    const window = await windowAt(database.db, {
      areaId: area.id,
      service: 'delivery',
      day: friday,
      from: '13:30',
    })
    const desk = await as('desk')
    const id = await bookOnTicket(desk, ticket.number, form(window, { duration: 45 }))
    expect(await agreed()).not.toBeNull()
    const { version } = await visitNow(database.db, id)
    await cancelVisit(desk, id, { reason: '顾客改主意', version })
    expect(await agreed()).toBeNull()
  })
})

describe('BK-1 the desk books into a window', () => {
  test('the visit is on a crew at once and the customer is told; twice is one', async () => {
    const { area, ticket } = await scene()
    const window = await repairAt(area.id, friday, '13:30')
    const desk = await as('desk')
    const ids = await Promise.all(
      [1, 2, 3].map(() => bookOnTicket(desk, ticket.number, form(window))),
    )
    expect(new Set(ids).size).toBe(1)
    expect(await visitNow(database.db, ids[0]!)).toMatchObject({
      status: 'confirmed',
      windowId: window.id,
      plannedStart: window.startsAt,
      proposedBy: desk.actor.kind === 'staff' ? desk.actor.id : '',
    })
    expect(await ticketNow(database.db, ticket.id)).toMatchObject({ status: 'scheduled' })
    expect(await windowNow(database.db, window.id)).toMatchObject({ bookedVisits: 1 })
    const mails = await mailsOf(database.db, ticket.id)
    expect(mails.map(({ template }) => template)).toEqual(['visit-booked'])
  })

  test('for as long as the work takes', async () => {
    const { area, ticket } = await scene()
    const window = await repairAt(area.id, friday, '13:30')
    const id = await bookOnTicket(await as('desk'), ticket.number, form(window, { duration: 30 }))
    expect(await visitNow(database.db, id)).toMatchObject({
      durationMinutes: 30,
      plannedEnd: new Date(window.startsAt.getTime() + 30 * 60_000),
    })
  })

  test('a window with room where no crew has so long in one go says that, and not that it went', async () => {
    const { area, ticket } = await scene()
    const window = await repairAt(area.id, friday, '13:30')
    const long = form(window, { duration: 700 })
    await expect(bookOnTicket(await as('desk'), ticket.number, long)).rejects.toMatchObject({
      code: 'windowTooShort',
    })
  })

  test('IN-3 only an urgent matter takes what is held back', async () => {
    const { area, ticket } = await scene()
    const held = await heldWindow(area.id, wednesday)
    const desk = await as('desk')
    await expect(bookOnTicket(desk, ticket.number, form(held))).rejects.toMatchObject({
      code: 'windowGone',
    })
    const urgent = await aTicket(database.db, { areaId: area.id, status: 'triaged', severity: 1 })
    const offer = { service: 'repair', areaId: area.id, minutes: 60, days: 1 } as const
    const idsFor = async (isUrgent: boolean) =>
      (await deskWindows(desk, { ...offer, urgent: isUrgent })).windows.map(({ id }) => id)
    expect(await idsFor(false)).not.toContain(held.id)
    expect(await idsFor(true)).toContain(held.id)
    const id = await bookOnTicket(desk, urgent.number, form(held))
    expect(await visitNow(database.db, id)).toMatchObject({ status: 'confirmed', urgent: true })
  })

  test('not into another area’s, a past one, or for a ticket nobody assessed', async () => {
    const { area, ticket } = await scene()
    const desk = await as('desk')
    const elsewhere = await aDistrict(database.db)
    const theirs = await repairAt(elsewhere.id, friday, '13:30')
    await expect(bookOnTicket(desk, ticket.number, form(theirs))).rejects.toMatchObject({
      code: 'windowGone',
    })
    const window = await repairAt(area.id, wednesday, '08:30')
    const late = asActor(
      database.db,
      await aColleague(database.db, 'desk'),
      instantAt(wednesday, '09:00'),
    )
    await expect(bookOnTicket(late, ticket.number, form(window))).rejects.toMatchObject({
      code: 'windowGone',
    })
    const fresh = await aTicket(database.db, { areaId: area.id })
    await expect(
      bookOnTicket(desk, fresh.number, form(await repairAt(area.id, friday, '13:30'))),
    ).rejects.toMatchObject({ code: 'visitTicketNotReady' })
  })

  test('a caller books none', async () => {
    const { area, ticket } = await scene()
    const window = await repairAt(area.id, friday, '13:30')
    await expect(
      bookOnTicket(await as('caller'), ticket.number, form(window)),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('a full window', () => {
  async function full() {
    const { area, ticket } = await scene()
    const window = await windowAt(database.db, {
      areaId: area.id,
      service: 'survey',
      day: thursday,
      from: '10:30',
    })
    await aBooking(database.db, window)
    return { area, ticket, window }
  }
  const reason = { overbookReason: '老顾客，店长答应的' }

  test('is refused to the desk, with or without a reason', async () => {
    const { ticket, window } = await full()
    const desk = await as('desk')
    await expect(bookOnTicket(desk, ticket.number, form(window))).rejects.toMatchObject({
      code: 'windowGone',
    })
    await expect(bookOnTicket(desk, ticket.number, form(window, reason))).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('takes one more when a manager says why: without a crew, counted, told and in the history', async () => {
    const { ticket, window } = await full()
    const manager = await as('aftersales_manager')
    await expect(bookOnTicket(manager, ticket.number, form(window))).rejects.toMatchObject({
      code: 'overbookReasonMissing',
    })
    const ids = await Promise.all(
      [1, 2].map(() => bookOnTicket(manager, ticket.number, form(window, reason))),
    )
    expect(new Set(ids).size).toBe(1)
    expect(await visitNow(database.db, ids[0]!)).toMatchObject({
      status: 'proposed',
      crewId: null,
      skill: 'survey',
      windowId: window.id,
      overbookReason: reason.overbookReason,
    })
    expect(await windowNow(database.db, window.id)).toMatchObject({
      bookedVisits: 2,
      overbookedMinutes: 60,
    })
    const event = (await eventsOf(database.db, ticket.id)).find(
      ({ kind }) => kind === 'visit_booked',
    )
    expect(event).toMatchObject({ data: { overbooked: true, reason: reason.overbookReason } })
    expect(await mailsOf(database.db, ticket.id)).toHaveLength(1)
    const customer = { kind: 'customer', ticketId: ticket.id } as const
    const seen = await readTrackedTicket(contextOf(database.db, customer))
    expect(seen.visits).toMatchObject([
      { status: 'proposed', start: window.startsAt.toISOString() },
    ])
    expect(JSON.stringify(seen)).not.toContain(reason.overbookReason)
  })

  test('a reason where there is room makes an ordinary visit', async () => {
    const { area, ticket } = await scene()
    const window = await repairAt(area.id, friday, '13:30')
    const id = await bookOnTicket(
      await as('aftersales_manager'),
      ticket.number,
      form(window, reason),
    )
    expect(await visitNow(database.db, id)).toMatchObject({
      status: 'confirmed',
      overbookReason: null,
    })
  })
})

describe('BK-3 the desk moves a visit into a window', () => {
  test('after the cut-off too, and tells the customer', async () => {
    const area = await aDistrict(database.db)
    const at = (from: string) =>
      windowAt(database.db, { areaId: area.id, service: 'survey', day: wednesday, from })
    const visit = await aBooking(database.db, await at('08:30'))
    const window = await at('15:30')
    const night = asActor(
      database.db,
      await aColleague(database.db, 'desk'),
      instantAt(wednesday, '07:00'),
    )
    await moveVisitToWindow(night, visit.id, {
      window: window.id,
      reason: '顾客下午在家',
      version: 1,
    })
    expect(await visitNow(database.db, visit.id)).toMatchObject({
      windowId: window.id,
      status: 'confirmed',
    })
    expect(await mailsOf(database.db, visit.ticketId)).toMatchObject([
      { template: 'visit-moved', params: { reason: '顾客下午在家' } },
    ])
    const stale = { window: window.id, reason: 'x', version: 1 }
    await expect(moveVisitToWindow(night, visit.id, stale)).rejects.toMatchObject({
      code: 'visitChanged',
    })
    await expect(moveVisitToWindow(await as('caller'), visit.id, stale)).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('one that was only thought of is told as what it is now', async () => {
    const { area, ticket } = await scene()
    const visit = await aVisit(database.db, { ticketId: ticket.id })
    const window = await repairAt(area.id, friday, '13:30')
    await moveVisitToWindow(await as('desk'), visit.id, {
      window: window.id,
      reason: '有空了',
      version: 1,
    })
    const mails = await mailsOf(database.db, ticket.id)
    expect(mails.map(({ template }) => template)).toEqual(['visit-booked'])
    const [now] = await database.db.select().from(visits).where(eq(visits.id, visit.id))
    expect(now).toMatchObject({ status: 'confirmed' })
  })
})
