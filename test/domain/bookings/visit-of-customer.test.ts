import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { visits } from '#db/schema/visits.ts'
import { tickets } from '#db/schema/tickets.ts'
import { orderEvents, orders } from '#db/schema/customers.ts'
import {
  cancelVisitOfCustomer,
  moveVisitOfCustomer,
  readBookingOfCustomer,
  readVisitOfCustomer,
  waysToMove,
} from '#app/domain/bookings/index.server.ts'
import { moveVisit } from '#app/domain/visits/index.server.ts'
import { MoveVisitForm } from '#app/domain/visits/move-visit-form.ts'
import { instantAt } from '#app/platform/time.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { anOrder } from '#test/factories/customers.ts'
import { only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
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
const asCustomer = (ticketId: number, now = tuesdayMorning) =>
  contextOf(database.db, { kind: 'customer', ticketId }, { now })
const surveyAt = (areaId: number, day: string, from: string) =>
  windowAt(database.db, { areaId, service: 'survey', day, from })
const to = (window: { id: number }, install: { id: number } | 'keep' | 'later' = 'keep') => ({
  window: window.id,
  install: typeof install === 'string' ? install : install.id,
})

async function aSurvey() {
  const area = await aDistrict(database.db)
  const from = await surveyAt(area.id, thursday, '08:30')
  const visit = await aBooking(database.db, from)
  return { area, from, visit, ctx: asCustomer(visit.ticketId) }
}

describe('BK-3 the customer moves a visit', () => {
  test('to a free window, with its crew, the counts, the history and the mail', async () => {
    const { area, from, visit, ctx } = await aSurvey()
    const window = await surveyAt(area.id, friday, '13:30')
    await moveVisitOfCustomer(ctx, visit.id, to(window))
    expect(await visitNow(database.db, visit.id)).toMatchObject({
      status: 'confirmed',
      windowId: window.id,
      windowStart: window.startsAt,
      plannedStart: window.startsAt,
      crewId: visit.crewId,
    })
    expect(await windowNow(database.db, from.id)).toMatchObject({ bookedMinutes: 0 })
    expect(await windowNow(database.db, window.id)).toMatchObject({ bookedVisits: 1 })
    const event = (await eventsOf(database.db, visit.ticketId)).at(-1)
    expect(event).toMatchObject({
      kind: 'visit_moved',
      data: { start: [from.startsAt.toISOString(), window.startsAt.toISOString()] },
    })
    const mails = await mailsOf(database.db, visit.ticketId)
    expect(mails.map(({ template }) => template)).toEqual(['visit-moved'])
    expect((await readVisitOfCustomer(ctx, visit.id)).moved).toEqual({
      from: { start: from.startsAt.toISOString(), end: from.endsAt.toISOString() },
      to: { start: window.startsAt.toISOString(), end: window.endsAt.toISOString() },
    })
  })

  test('until the cut-off, to the minute, in the company’s zone', async () => {
    const { area, visit } = await aSurvey()
    const window = await surveyAt(area.id, friday, '13:30')
    const cutOff = instantAt(wednesday, '17:30')
    const late = asCustomer(visit.ticketId, cutOff)
    expect(await readVisitOfCustomer(late, visit.id)).toMatchObject({
      changeable: 'cut_off',
      until: cutOff,
    })
    await expect(moveVisitOfCustomer(late, visit.id, to(window))).rejects.toMatchObject({
      kind: 'conflict',
      code: 'pastCutOff',
    })
    await expect(cancelVisitOfCustomer(late, visit.id)).rejects.toMatchObject({
      code: 'pastCutOff',
    })
    const just = asCustomer(visit.ticketId, new Date(cutOff.getTime() - 1))
    expect((await readVisitOfCustomer(just, visit.id)).changeable).toBe('yes')
    await moveVisitOfCustomer(just, visit.id, to(window))
    expect(await visitNow(database.db, visit.id)).toMatchObject({ windowId: window.id })
  })

  test('DS-3 one its crew can’t come to moves until it begins', async () => {
    const { area, visit, from } = await aSurvey()
    await database.db.update(visits).set({ stranded: true }).where(eq(visits.id, visit.id))
    const window = await surveyAt(area.id, friday, '13:30')
    const late = (at: Date) => asCustomer(visit.ticketId, at)
    expect((await readVisitOfCustomer(late(from.startsAt), visit.id)).changeable).toBe('cut_off')
    const night = late(instantAt(thursday, '06:00'))
    await moveVisitOfCustomer(night, visit.id, to(window))
    expect(await visitNow(database.db, visit.id)).toMatchObject({
      windowId: window.id,
      stranded: false,
    })
  })

  test('the same form twice moves it once', async () => {
    const { area, visit, ctx } = await aSurvey()
    const window = await surveyAt(area.id, friday, '13:30')
    await Promise.all([1, 2, 3].map(() => moveVisitOfCustomer(ctx, visit.id, to(window))))
    expect(await mailsOf(database.db, visit.ticketId)).toHaveLength(1)
    expect(await windowNow(database.db, window.id)).toMatchObject({ bookedVisits: 1 })
  })

  test('BK-2 of two who want the same last place one has it, the other keeps their own', async () => {
    const { area, visit, ctx } = await aSurvey()
    const other = await aBooking(database.db, await surveyAt(area.id, thursday, '10:30'))
    const window = await surveyAt(area.id, friday, '13:30')
    const before = [await visitNow(database.db, visit.id), await visitNow(database.db, other.id)]
    const results = await Promise.allSettled([
      moveVisitOfCustomer(ctx, visit.id, to(window)),
      moveVisitOfCustomer(asCustomer(other.ticketId), other.id, to(window)),
    ])
    const lost = results.findIndex(({ status }) => status === 'rejected')
    expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'windowGone' } },
    ])
    const loser = before[lost]!
    expect(await visitNow(database.db, loser.id)).toEqual(loser)
    expect(await mailsOf(database.db, loser.ticketId)).toEqual([])
    expect(await windowNow(database.db, window.id)).toMatchObject({ bookedVisits: 1 })
  })

  test('only to windows of its own service and area that are offered', async () => {
    const { area, visit, ctx } = await aSurvey()
    const elsewhere = await aDistrict(database.db)
    const wrong = [
      await windowAt(database.db, {
        areaId: area.id,
        service: 'repair',
        day: friday,
        from: '13:30',
      }),
      await surveyAt(elsewhere.id, friday, '13:30'),
      { id: 999_999_999 },
    ]
    for (const window of wrong) {
      await expect(moveVisitOfCustomer(ctx, visit.id, to(window))).rejects.toMatchObject({
        code: 'windowGone',
      })
    }
    const today = asCustomer(visit.ticketId, instantAt(wednesday, '07:00'))
    const soon = await surveyAt(area.id, wednesday, '13:30')
    await expect(moveVisitOfCustomer(today, visit.id, to(soon))).rejects.toMatchObject({
      code: 'windowGone',
    })
  })

  test.each([
    ['on_the_way', 'crewOnItsWay'],
    ['working', 'crewOnItsWay'],
    ['finished', 'visitFinished'],
    ['cancelled', 'visitCancelled'],
  ] as const)('%s it is refused', async (status, code) => {
    const { area, visit, ctx } = await aSurvey()
    await database.db.update(visits).set({ status, workDone: 'x' }).where(eq(visits.id, visit.id))
    const window = await surveyAt(area.id, friday, '13:30')
    await expect(moveVisitOfCustomer(ctx, visit.id, to(window))).rejects.toMatchObject({ code })
  })

  test('Q-12 nobody else’s, and none that was only thought of', async () => {
    const { area, visit } = await aSurvey()
    const window = await surveyAt(area.id, friday, '13:30')
    const stranger = asCustomer((await aTicket(database.db)).id)
    const proposed = await aVisit(database.db)
    for (const work of [
      () => moveVisitOfCustomer(stranger, visit.id, to(window)),
      () => cancelVisitOfCustomer(stranger, visit.id),
      () => readVisitOfCustomer(stranger, visit.id),
      () => readVisitOfCustomer(asCustomer(proposed.ticketId), proposed.id),
      () => cancelVisitOfCustomer(asCustomer(proposed.ticketId), proposed.id),
    ]) {
      await expect(work()).rejects.toMatchObject({ kind: 'not_found' })
    }
  })

  test('one that the desk agreed other hours for moves into a window too', async () => {
    const area = await aDistrict(database.db)
    const ticket = await aTicket(database.db, { areaId: area.id, status: 'scheduled' })
    const visit = await aConfirmedVisit(database.db, {
      ticketId: ticket.id,
      windowStart: instantAt(thursday, '09:00'),
      windowEnd: instantAt(thursday, '12:00'),
      plannedStart: instantAt(thursday, '09:00'),
      plannedEnd: instantAt(thursday, '10:00'),
    })
    const window = await windowAt(database.db, {
      areaId: area.id,
      service: 'repair',
      day: friday,
      from: '15:30',
    })
    await moveVisitOfCustomer(asCustomer(ticket.id), visit.id, to(window))
    expect(await visitNow(database.db, visit.id)).toMatchObject({ windowId: window.id })
  })
})

describe('BK-1 linked visits', () => {
  async function both() {
    const area = await aDistrict(database.db, { crews: 2 })
    const at = (service: 'delivery' | 'install', day: string, from: string) =>
      windowAt(database.db, { areaId: area.id, service, day, from })
    const order = await anOrder(database.db, {
      status: 'checked',
      name: '顾客',
      readyAt: tuesdayMorning,
      agreeBy: tuesdayMorning,
      agreedAt: tuesdayMorning,
      deliveredOn: null,
    })
    const ticket = await aTicket(database.db, {
      areaId: area.id,
      kind: 'delivery',
      orderId: order.id,
      customerId: order.customerId!,
    })
    const ticketId = ticket.id
    const delivery = await aBooking(database.db, await at('delivery', thursday, '08:30'), {
      ticketId,
    })
    const after = await visitNow(database.db, delivery.id)
    const install = await aBooking(database.db, await at('install', thursday, '13:30'), {
      ticketId,
      after,
    })
    return { order, at, delivery, install, ctx: asCustomer(ticketId), ticketId }
  }

  test('a delivery moves alone while its installation still comes after it', async () => {
    const { at, delivery, install, ctx } = await both()
    const later = await at('delivery', thursday, '10:30')
    await moveVisitOfCustomer(ctx, delivery.id, to(later))
    expect(await visitNow(database.db, install.id)).toMatchObject({
      windowStart: install.windowStart,
    })
  })

  test('a delivery that moves behind its installation asks for that one too', async () => {
    const { at, delivery, install, ctx, ticketId } = await both()
    const later = await at('delivery', friday, '10:30')
    const tooEarly = await at('install', friday, '08:30')
    for (const second of ['keep', tooEarly] as const) {
      await expect(moveVisitOfCustomer(ctx, delivery.id, to(later, second))).rejects.toMatchObject({
        code: 'linkedTooEarly',
      })
    }
    expect(await visitNow(database.db, delivery.id)).toMatchObject({
      windowStart: delivery.windowStart,
    })
    const second = await at('install', friday, '15:30')
    await moveVisitOfCustomer(ctx, delivery.id, to(later, second))
    expect(await visitNow(database.db, delivery.id)).toMatchObject({ windowId: later.id })
    expect(await visitNow(database.db, install.id)).toMatchObject({ windowId: second.id })
    expect(await mailsOf(database.db, ticketId)).toMatchObject([
      {
        template: 'visit-moved',
        params: {
          service: 'delivery',
          byCustomer: true,
          along: { service: 'install', start: second.startsAt.toISOString() },
          standing: [],
        },
      },
    ])
    await moveVisitOfCustomer(ctx, delivery.id, to(later, second))
    expect(await mailsOf(database.db, ticketId)).toHaveLength(1)
  })

  test('a delivery moves and leaves its installation for another day, once', async () => {
    const { at, delivery, install, ctx, ticketId } = await both()
    const later = await at('delivery', friday, '15:30')
    for (let n = 0; n < 2; n++) await moveVisitOfCustomer(ctx, delivery.id, to(later, 'later'))
    expect(await visitNow(database.db, delivery.id)).toMatchObject({ windowId: later.id })
    expect(await visitNow(database.db, install.id)).toMatchObject({ status: 'cancelled' })
    const templates = (await mailsOf(database.db, ticketId)).map(({ template }) => template)
    expect(templates.sort()).toEqual(['visit-cancelled', 'visit-moved'])
    expect((await readBookingOfCustomer(ctx)).again).toMatchObject({ service: 'install' })
  })

  test('what is offered begins around the day it has now, without its own window', async () => {
    const { delivery, ctx } = await both()
    const { calendar, linked } = await waysToMove(ctx, delivery.id, {})
    expect(calendar!.day).toBe(thursday)
    expect(calendar!.windows.map(({ id }) => id)).not.toContain(delivery.windowId)
    const days = linked!.windows.map(({ day }) => day)
    expect(new Set(days)).toEqual(new Set([thursday, friday]))
  })

  test('an installation window that went is named, and the delivery stays', async () => {
    const { at, delivery, ctx } = await both()
    const second = await at('install', friday, '15:30')
    const others = [await aBooking(database.db, second), await aBooking(database.db, second)]
    expect(others).toHaveLength(2)
    const later = await at('delivery', friday, '10:30')
    await expect(moveVisitOfCustomer(ctx, delivery.id, to(later, second))).rejects.toMatchObject({
      code: 'installGone',
    })
    expect(await visitNow(database.db, delivery.id)).toMatchObject({
      windowStart: delivery.windowStart,
    })
  })

  test('an installation never moves before its delivery', async () => {
    const { at, install, ctx } = await both()
    const early = await at('install', wednesday, '08:30')
    await expect(moveVisitOfCustomer(ctx, install.id, to(early))).rejects.toMatchObject({
      code: 'linkedTooEarly',
    })
  })

  test('BK-5 with its delivery an installation is cancelled, and the order is to be agreed again', async () => {
    const { order, delivery, install, ctx, ticketId } = await both()
    expect(await readBookingOfCustomer(ctx)).toMatchObject({ again: null, onlyBooking: true })
    await cancelVisitOfCustomer(ctx, delivery.id)
    for (const { id } of [delivery, install]) {
      expect(await visitNow(database.db, id)).toMatchObject({ status: 'cancelled' })
    }
    expect(await ticketNow(database.db, ticketId)).toMatchObject({ status: 'cancelled' })
    expect(await mailsOf(database.db, ticketId)).toMatchObject([
      {
        template: 'visit-cancelled',
        params: { service: 'delivery', along: { service: 'install' }, standing: [] },
      },
    ])
    expect((await readBookingOfCustomer(ctx)).again).toEqual({
      service: 'delivery',
      orderNumber: order.number,
      anew: true,
    })
    const [now] = await database.db.select().from(orders).where(eq(orders.id, order.id))
    expect(now!.agreedAt).toBeNull()
    const events = await database.db
      .select({ kind: orderEvents.kind, by: orderEvents.actorKind })
      .from(orderEvents)
      .where(eq(orderEvents.orderId, order.id))
    expect(events).toEqual([{ kind: 'delivery_cancelled', by: 'customer' }])
  })

  test('an installation booked later is told and given up on its own ticket', async () => {
    const { order, at, delivery, install, ctx } = await both()
    await cancelVisitOfCustomer(ctx, install.id)
    const window = await at('install', friday, '13:30')
    const { areaId } = window
    const its = await aTicket(database.db, { areaId, kind: 'install', orderId: order.id })
    const after = await visitNow(database.db, delivery.id)
    const later = await aBooking(database.db, window, { ticketId: its.id, after })
    expect((await readVisitOfCustomer(asCustomer(its.id), later.id)).standing).toMatchObject([
      { id: delivery.id },
    ])
    await cancelVisitOfCustomer(ctx, delivery.id)
    expect(await visitNow(database.db, later.id)).toMatchObject({ status: 'cancelled' })
    expect(await ticketNow(database.db, its.id)).toMatchObject({ status: 'cancelled' })
    const kinds = (await eventsOf(database.db, its.id)).map(({ kind }) => kind)
    expect(kinds.slice(-2)).toEqual(['visit_cancelled', 'cancelled'])
  })

  test('an installation is cancelled alone', async () => {
    const { order, delivery, install, ctx, ticketId } = await both()
    await cancelVisitOfCustomer(ctx, install.id)
    expect(await visitNow(database.db, delivery.id)).toMatchObject({ status: 'confirmed' })
    expect(await ticketNow(database.db, ticketId)).toMatchObject({ status: 'scheduled' })
    const [now] = await database.db.select().from(orders).where(eq(orders.id, order.id))
    expect(now!.agreedAt).not.toBeNull()
    expect(await mailsOf(database.db, ticketId)).toMatchObject([
      {
        template: 'visit-cancelled',
        params: { service: 'install', along: null, standing: [{ service: 'delivery' }] },
      },
    ])
    expect((await readBookingOfCustomer(ctx)).again).toMatchObject({
      service: 'install',
      orderNumber: order.number,
    })
  })
})

describe('BK-3 the customer cancels a visit', () => {
  test('it frees its place, tells them, and a booking they made themselves is given up', async () => {
    const { from, visit, ctx } = await aSurvey()
    await Promise.all([1, 2].map(() => cancelVisitOfCustomer(ctx, visit.id)))
    expect(await visitNow(database.db, visit.id)).toMatchObject({ status: 'cancelled' })
    expect(await windowNow(database.db, from.id)).toMatchObject({ bookedVisits: 0 })
    expect(await ticketNow(database.db, visit.ticketId)).toMatchObject({ status: 'cancelled' })
    expect((await readBookingOfCustomer(ctx)).again).toMatchObject({ service: 'survey' })
    const events = await eventsOf(database.db, visit.ticketId)
    expect(events.filter(({ kind }) => kind === 'visit_cancelled')).toHaveLength(1)
    const mails = await mailsOf(database.db, visit.ticketId)
    expect(mails.map(({ template }) => template)).toEqual(['visit-cancelled'])
    expect((await readVisitOfCustomer(ctx, visit.id)).changeable).toBe('cancelled')
  })

  test.each([
    ['a repair', { kind: 'repair' }],
    ['what the desk registered', { kind: 'survey', channel: 'phone' }],
  ] as const)('%s goes back to the desk', async (_, facts) => {
    const { visit, ctx } = await aSurvey()
    await database.db.update(tickets).set(facts).where(eq(tickets.id, visit.ticketId))
    await cancelVisitOfCustomer(ctx, visit.id)
    expect(await ticketNow(database.db, visit.ticketId)).toMatchObject({ status: 'triaged' })
  })

  test('one whose crew the desk lost meanwhile is still theirs to cancel', async () => {
    const { visit, ctx } = await aSurvey()
    const desk = asActor(database.db, await aColleague(database.db, 'dispatcher'))
    const form = MoveVisitForm.parse({
      day: friday,
      from: '09:00',
      to: '11:00',
      crewId: 'none',
      reason: '换班',
      version: String((await visitNow(database.db, visit.id)).version),
    })
    await moveVisit(desk, visit.id, form)
    expect(await visitNow(database.db, visit.id)).toMatchObject({ status: 'proposed' })
    await cancelVisitOfCustomer(ctx, visit.id)
    expect(only([await visitNow(database.db, visit.id)])).toMatchObject({ status: 'cancelled' })
  })
})
