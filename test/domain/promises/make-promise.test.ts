import { asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { promises } from '#db/schema/promises.ts'
import { bookOnTicket, moveVisitToWindow } from '#app/domain/bookings/index.server.ts'
import { makePromise, promisesOfVisit, releasePromise } from '#app/domain/promises/index.server.ts'
import {
  cancelVisit,
  confirmVisit,
  moveVisit,
  takeOffCrew,
} from '#app/domain/visits/index.server.ts'
import type { Actor } from '#app/platform/actor.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aCrew } from '#test/factories/crews.ts'
import { aDistrict, friday, thursday, windowAt } from '#test/factories/districts.ts'
import { aPromise } from '#test/factories/promises.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, at, visitNow } from '../visits/scene.ts'

const database = testDatabase()
const as = async (role: 'desk' | 'dispatcher' | 'aftersales_manager') =>
  asActor(database.db, await aColleague(database.db, role))
const ledgerOf = (visitId: number) =>
  database.db.select().from(promises).where(eq(promises.visitId, visitId)).orderBy(asc(promises.id))
const within = (actor: Actor, now: Date, work: Parameters<typeof inTransaction<void>>[1]) =>
  inTransaction(contextOf(database.db, actor, { now }), work)
const job: Actor = { kind: 'job' }

describe('every window a customer is told is kept as a promise', () => {
  test('when a dispatcher puts a first crew on it, and by whom; another crew is no other promise', async () => {
    const visit = await aVisit(database.db)
    const dispatcher = await as('dispatcher')
    const crewId = (await aCrew(database.db)).id
    await confirmVisit(dispatcher, visit.id, { crewId, version: 1 })
    const other = (await aCrew(database.db)).id
    await confirmVisit(dispatcher, visit.id, { crewId: other, version: 2 })
    expect(await ledgerOf(visit.id)).toMatchObject([
      {
        windowStart: visit.windowStart,
        windowEnd: visit.windowEnd,
        origin: 'confirmed',
        madeBy: dispatcher.actor.kind === 'staff' && dispatcher.actor.id,
        madeAt: tuesdayMorning,
        outcome: 'open',
      },
    ])
  })

  test('a visit only thought of promises nothing', async () => {
    const visit = await aVisit(database.db)
    await moveVisit(await as('desk'), visit.id, {
      ...{ day: '2026-03-12', from: '09:00', to: '11:00', reason: '换一天', version: 1 },
    })
    await cancelVisit(await as('desk'), visit.id, { reason: '不用了', version: 2 })
    expect(await ledgerOf(visit.id)).toEqual([])
  })

  test('a booking by the desk promises its window, a move another one, and we withdrew the first', async () => {
    const area = await aDistrict(database.db)
    const ticket = await aTicket(database.db, { areaId: area.id, status: 'triaged', severity: 3 })
    const at = (day: string) =>
      windowAt(database.db, { areaId: area.id, service: 'repair', day, from: '13:30' })
    const [first, second] = [await at(friday), await at(thursday)]
    const desk = await as('desk')
    const form = { window: first.id, duration: 60, work: '换铰链', overbookReason: '' }
    const id = await bookOnTicket(desk, ticket.number, form)
    const { version } = await visitNow(database.db, id)
    await moveVisitToWindow(desk, id, { window: second.id, reason: '人手不够', version })
    expect(await ledgerOf(id)).toMatchObject([
      { origin: 'booked', windowStart: first.startsAt, outcome: 'withdrawn' },
      { origin: 'moved', windowStart: second.startsAt, outcome: 'open' },
    ])
  })

  test('one let in beyond the window counts from then on; its crew changes nothing', async () => {
    const area = await aDistrict(database.db)
    const window = await windowAt(database.db, {
      ...{ areaId: area.id, service: 'survey', day: friday, from: '13:30' },
    })
    const booked = []
    const manager = await as('aftersales_manager')
    for (let i = 0; i < 6; i++) {
      const ticket = await aTicket(database.db, { areaId: area.id, status: 'triaged', severity: 3 })
      const form = { window: window.id, duration: 60, work: '量尺', overbookReason: '答应过业主' }
      booked.push(await bookOnTicket(manager, ticket.number, form))
    }
    const beyond = await visitNow(database.db, booked.at(-1)!)
    expect(beyond).toMatchObject({ status: 'proposed', overbookReason: '答应过业主' })
    expect(await ledgerOf(beyond.id)).toMatchObject([{ origin: 'booked', outcome: 'open' }])
  })

  test('taken off its crew, what was promised stands', async () => {
    const area = await aDistrict(database.db)
    const ticket = await aTicket(database.db, { areaId: area.id, status: 'triaged', severity: 3 })
    const window = await windowAt(database.db, {
      ...{ areaId: area.id, service: 'repair', day: friday, from: '10:30' },
    })
    const form = { window: window.id, duration: 60, work: '换铰链', overbookReason: '' }
    const id = await bookOnTicket(await as('desk'), ticket.number, form)
    await takeOffCrew(await as('dispatcher'), id, await visitNow(database.db, id))
    expect(await ledgerOf(id)).toMatchObject([{ outcome: 'open' }])
  })

  test('cancelled by us it is withdrawn, by whom; by the customer released', async () => {
    const ours = await aConfirmedVisit(database.db)
    await aPromise(database.db, { visit: ours })
    const desk = await as('desk')
    await cancelVisit(desk, ours.id, { reason: '缺人', version: 1 })
    expect(await ledgerOf(ours.id)).toMatchObject([
      {
        outcome: 'withdrawn',
        settledAt: tuesdayMorning,
        settledBy: desk.actor.kind === 'staff' && desk.actor.id,
      },
    ])
    const theirs = await aConfirmedVisit(database.db)
    await aPromise(database.db, { visit: theirs })
    const customer: Actor = { kind: 'customer', ticketId: theirs.ticketId }
    await within(customer, tuesdayMorning, (tx) => releasePromise(tx, theirs.id))
    expect(await ledgerOf(theirs.id)).toMatchObject([{ outcome: 'released', settledBy: null }])
  })

  test('the same window told again is the same promise', async () => {
    const visit = await aConfirmedVisit(database.db)
    for (const origin of ['booked', 'confirmed'] as const) {
      await within(job, tuesdayMorning, (tx) => makePromise(tx, { visit, origin }))
    }
    expect(await ledgerOf(visit.id)).toMatchObject([{ origin: 'booked', outcome: 'open' }])
  })

  test.each([
    ['nobody came', null, 'broken', 'missed'],
    ['the crew came too late', at('16:10'), 'broken', 'late'],
    ['the crew was there in time', at('15:50'), 'kept', null],
  ] as const)(
    'DS-4 what is over is not let go of any more: %s',
    async (_, arrivedAt, outcome, breach) => {
      const visit = await aConfirmedVisit(database.db, { arrivedAt })
      await aPromise(database.db, { visit })
      await within(job, at('16:30'), (tx) => releasePromise(tx, visit.id))
      expect(await ledgerOf(visit.id)).toMatchObject([{ outcome, breach, settledBy: null }])
    },
  )
})

describe('IN-8 the ledger', () => {
  test('is neither rewritten nor settled twice nor emptied', async () => {
    const promise = await aPromise(database.db)
    const change = (facts: Partial<typeof promises.$inferInsert>) =>
      database.db.update(promises).set(facts).where(eq(promises.id, promise.id))
    await expect(change({ windowEnd: at('20:00') })).rejects.toThrow()
    await change({ outcome: 'withdrawn', settledAt: tuesdayMorning })
    await expect(change({ outcome: 'kept' })).rejects.toThrow()
    await expect(database.db.delete(promises).where(eq(promises.id, promise.id))).rejects.toThrow()
  })

  test('is read with the visit by whom it is business of', async () => {
    const desk = await as('desk')
    const visit = await aConfirmedVisit(database.db)
    await aPromise(database.db, {
      visit,
      madeBy: desk.actor.kind === 'staff' ? desk.actor.id : null,
    })
    expect(await promisesOfVisit(desk, visit.id)).toMatchObject([
      { outcome: 'open', madeBy: desk.actor.kind === 'staff' && desk.actor.name },
    ])
    const caller = asActor(database.db, await aColleague(database.db, 'caller'))
    expect(await promisesOfVisit(caller, visit.id)).toEqual([])
  })
})
