import { describe, expect, test } from 'vitest'
import { auditLog } from '#db/schema/accounts.ts'
import { ratings } from '#db/schema/follow-ups.ts'
import { answerFault } from '#app/domain/complaints/answer-fault.server.ts'
import { decideFault } from '#app/domain/complaints/decide-fault.server.ts'
import { raiseFault } from '#app/domain/complaints/raise-fault.server.ts'
import { listRecords } from '#app/domain/complaints/record-people.server.ts'
import { readRecord } from '#app/domain/complaints/staff-record.server.ts'
import { roles, type Role } from '#db/vocabulary/roles.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aCrew } from '#test/factories/crews.ts'
import { aPromise } from '#test/factories/promises.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aComplaint, aManager, faultNow, isAbout, later } from './a-complaint.ts'

const database = testDatabase()
const period = { from: later(-24 * 100), to: later(24 * 100) }

const aFinishedVisit = async (crewId: number, finishedAt: Date) =>
  aConfirmedVisit(database.db, {
    crewId,
    ticketId: (await aTicket(database.db, { status: 'resolved' })).id,
    status: 'finished',
    workDone: '好了',
    arrivedAt: finishedAt,
    finishedAt,
    plannedStart: finishedAt,
    plannedEnd: new Date(finishedAt.getTime() + 3_600_000),
    windowStart: finishedAt,
    windowEnd: new Date(finishedAt.getTime() + 7_200_000),
  })

describe('CP-3 what stands on a record', () => {
  test('visits, ratings, punctuality, rework, complaints and faults, of the period asked for', async () => {
    const crew = await aCrew(database.db)
    const person = await aColleague(database.db, 'crew', { crewId: crew.id })
    const own = contextOf(database.db, person)
    const one = await aFinishedVisit(crew.id, later(-48))
    const two = await aFinishedVisit(crew.id, later(-24))
    await aFinishedVisit(crew.id, later(-24 * 300))
    await aFinishedVisit((await aCrew(database.db)).id, later(-20))
    const scores = { attitude: 5, quality: 4, solved: 5, punctuality: 2, tidiness: 4 }
    await database.db.insert(ratings).values({
      ...scores,
      visitId: one.id,
      source: 'online',
      createdAt: tuesdayMorning,
      updatedAt: tuesdayMorning,
    })
    await aPromise(database.db, { visit: one, outcome: 'kept', settledAt: tuesdayMorning })
    await aPromise(database.db, {
      visit: two,
      outcome: 'broken',
      breach: 'late',
      settledAt: tuesdayMorning,
    })
    const repaired = await aTicket(database.db, { status: 'resolved' })
    const third = await aConfirmedVisit(database.db, {
      crewId: crew.id,
      ticketId: repaired.id,
      status: 'finished',
      workDone: '好了',
      finishedAt: later(-2),
      plannedStart: later(-4),
      plannedEnd: later(-3),
    })
    await aTicket(database.db, { customerId: repaired.customerId, createdAt: later(24 * 30) })
    const { ticket } = await aComplaint(database.db, 'closed')
    await isAbout(database.db, ticket, person)
    const record = await readRecord(own, person.id, period)
    expect(record.visits).toMatchObject({ count: 3, rows: [{ id: third.id }, { id: two.id }, {}] })
    expect(record.ratings).toMatchObject({ count: 1, rows: [{ average: 4 }] })
    expect(record.ratings.averages).toContainEqual({ question: 'punctuality', average: 2 })
    expect(record.punctuality).toMatchObject({ kept: 1, broken: 1, rows: [{ breach: 'late' }] })
    expect(record.rework).toMatchObject({ count: 1, rows: [{ id: third.id }] })
    expect(record.complaints).toMatchObject({ count: 1, rows: [{ number: ticket.number }] })
  })

  test('what a crew did before somebody joined it isn’t theirs; what they did elsewhere stays', async () => {
    const [before, now] = [await aCrew(database.db), await aCrew(database.db)]
    const person = await aColleague(database.db, 'crew', { crewId: now.id })
    await database.db.insert(auditLog).values({
      at: later(-48),
      action: 'person_changed',
      subject: `staff:${person.id}`,
      data: JSON.stringify({ crewId: [before.id, now.id] }),
    })
    const theirs = [
      await aFinishedVisit(before.id, later(-72)),
      await aFinishedVisit(now.id, later(-24)),
    ]
    await aFinishedVisit(before.id, later(-20))
    await aFinishedVisit(now.id, later(-76))
    const { visits } = await readRecord(contextOf(database.db, person), person.id, period)
    expect(visits.rows.map(({ id }) => id).sort()).toEqual(theirs.map(({ id }) => id).sort())
  })

  test('CP-2 a fault counts once it is verified, with what they said', async () => {
    const manager = await aManager(database.db)
    const person = await aColleague(database.db, 'crew')
    const { number } = await aComplaint(database.db)
    const id = await raiseFault(manager, number, {
      person: person.id,
      kind: 'not_arrived',
      what: '没有按约到',
    })
    const own = contextOf(database.db, person)
    await answerFault(own, id, { answer: '车坏了' })
    const before = await readRecord(own, person.id, period)
    expect(before.faults).toMatchObject({ verified: 0, rows: [{ status: 'answered' }] })
    const { answeredAt } = await faultNow(database.db, id)
    await decideFault(manager, number, id, {
      decision: 'verified',
      why: '没有报备',
      answered: answeredAt!.toISOString(),
    })
    const after = await readRecord(manager, person.id, period)
    expect(after.faults).toMatchObject({
      verified: 1,
      serious: 1,
      rows: [{ answer: '车坏了', decisionWhy: '没有报备' }],
    })
  })
})

describe('CP-3 who sees a record', () => {
  const seeing: readonly Role[] = ['aftersales_manager', 'general_manager']

  test.each(roles)('%s: their own; others’ only as a manager', async (role) => {
    const me = contextOf(database.db, await aColleague(database.db, role))
    const other = await aColleague(database.db, 'crew')
    await expect(readRecord(me, me.actor.id, period)).resolves.toMatchObject({
      person: { id: me.actor.id },
    })
    const asked = readRecord(me, other.id, period)
    if (seeing.includes(role))
      await expect(asked).resolves.toMatchObject({ person: { id: other.id } })
    else await expect(asked).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('a store’s manager sees the store’s people, and no others’', async () => {
    const store = await aStore(database.db)
    const manager = await aColleague(database.db, 'store_manager', { storeId: store.id })
    const guide = await aColleague(database.db, 'store_guide', { storeId: store.id })
    const elsewhere = await aColleague(database.db, 'store_guide')
    const ctx = contextOf(database.db, manager)
    await expect(readRecord(ctx, guide.id, period)).resolves.toMatchObject({
      person: { id: guide.id },
    })
    await expect(readRecord(ctx, elsewhere.id, period)).rejects.toMatchObject({ kind: 'not_found' })
    const { people } = await listRecords(ctx, { q: '', after: null })
    expect(people.map(({ id }) => id).sort()).toEqual([manager.id, guide.id].sort())
    const desk = contextOf(database.db, await aColleague(database.db, 'desk'))
    await expect(listRecords(desk, { q: '', after: null })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(readRecord(ctx, 'nobody', period)).rejects.toMatchObject({ kind: 'not_found' })
  })
})
