import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import { beforeEach, describe, expect, test } from 'vitest'
import * as schema from '#db/schema/index.ts'
import { windows } from '#db/schema/bookings.ts'
import { shifts } from '#db/schema/crews.ts'
import { dayPlans } from '#db/schema/planning.ts'
import { visits } from '#db/schema/visits.ts'
import { acceptPlan } from '#app/domain/planning/index.server.ts'
import { cancelVisit, confirmVisit, pinVisit } from '#app/domain/visits/index.server.ts'
import { eventsOf, mailsOf } from '#test/domain/visits/scene.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { anArea } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aWindow } from '#test/factories/windows.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aCrew, at, clearDay, planned, planNow, readyPlan, visitNow, waiting } from './scene.ts'

const database = testDatabase()
const dispatcher = async (now = tuesdayMorning) =>
  contextOf(database.db, await aColleague(database.db, 'dispatcher'), { now })
const all = { changes: 'all' as const }

beforeEach(() => clearDay(database.db))

/** Two visits that wait, and a crew for both. */
async function aProposal() {
  const ctx = await dispatcher()
  const crew = await aCrew(database.db)
  const first = await waiting(database.db, { from: '10:00', to: '11:00' })
  const second = await waiting(database.db, { from: '14:00', to: '15:00' })
  return { ctx, crew, first, second, ...(await readyPlan(ctx)) }
}

describe('accepting a plan', () => {
  test('DS-6 puts every visit where it was proposed, tells who wasn’t told, and is kept in the history', async () => {
    const { ctx, crew, first, second, id, proposal } = await aProposal()
    expect(proposal).toMatchObject({ before: { unserved: 2 }, after: { unserved: 0 } })
    expect(await acceptPlan(ctx, id, all)).toMatchObject({ count: 2 })
    for (const { visitId, to } of proposal.changes) {
      expect(await visitNow(database.db, visitId)).toMatchObject({
        status: 'confirmed',
        crewId: crew.id,
        plannedStart: new Date(to.start),
        plannedEnd: new Date(to.end),
        confirmedBy: ctx.actor.id,
        version: 2,
      })
    }
    for (const { ticketId } of [first, second]) {
      expect(await eventsOf(database.db, ticketId)).toEqual([
        expect.objectContaining({
          kind: 'visit_confirmed',
          data: expect.objectContaining({ planId: id, crewId: [null, crew.id] }) as unknown,
        }),
      ])
      expect((await mailsOf(database.db, ticketId)).map(({ template }) => template)).toEqual([
        'visit-confirmed',
      ])
    }
    expect(await planNow(database.db, id)).toMatchObject({
      status: 'accepted',
      decidedBy: ctx.actor.id,
      proposal: { accepted: [first.id, second.id] },
    })
  })

  test('in part: the rest stays as it was', async () => {
    const { ctx, first, second, id } = await aProposal()
    await acceptPlan(ctx, id, { changes: [second.id] })
    expect(await visitNow(database.db, first.id)).toMatchObject({ status: 'proposed', version: 1 })
    expect(await visitNow(database.db, second.id)).toMatchObject({ status: 'confirmed' })
  })

  test('a change takes along what must make room for it', async () => {
    const ctx = await dispatcher()
    // Only the second can install, and it has a repair at the hour of the installation.
    const one = await aCrew(database.db, { skills: ['repair'] })
    const two = await aCrew(database.db, { skills: ['repair', 'install'] })
    const repair = await planned(database.db, two, { from: '10:00', to: '10:30' })
    const install = await waiting(database.db, { from: '10:00', to: '10:30', skill: 'install' })
    const { id, proposal } = await readyPlan(ctx, { mode: 'replan' })
    const change = proposal.changes.find(({ visitId }) => visitId === install.id)!
    expect(change).toMatchObject({ to: { crewId: two.id }, needs: [repair.id] })
    expect(await acceptPlan(ctx, id, { changes: [install.id] })).toMatchObject({ count: 2 })
    expect(await visitNow(database.db, repair.id)).toMatchObject({ crewId: one.id })
    expect(await visitNow(database.db, install.id)).toMatchObject({ crewId: two.id })
  })

  test('two visits that change places do so in one go; only the first time is told of by the plan', async () => {
    const ctx = await dispatcher()
    const [one, two] = [await aCrew(database.db), await aCrew(database.db)]
    const a = await planned(database.db, one)
    const b = await planned(database.db, two)
    const { id, proposal } = await readyPlan(ctx, { mode: 'replan' })
    const place = (crew: { id: number }) => ({
      crewId: crew.id,
      start: at('10:00').toISOString(),
      end: at('11:00').toISOString(),
    })
    const changes = [
      { visitId: a.id, from: place(one), to: place(two), needs: [b.id] },
      { visitId: b.id, from: place(two), to: place(one), needs: [a.id] },
    ]
    await database.db
      .update(dayPlans)
      .set({ proposal: { ...proposal, changes } })
      .where(eq(dayPlans.id, id))
    await acceptPlan(ctx, id, { changes: [a.id] })
    expect(await visitNow(database.db, a.id)).toMatchObject({ crewId: two.id, version: 2 })
    expect(await visitNow(database.db, b.id)).toMatchObject({ crewId: one.id, version: 2 })
  })

  test('a visit that keeps its crew and only changes its hour tells nobody', async () => {
    const ctx = await dispatcher()
    const crew = await aCrew(database.db)
    const early = await planned(database.db, crew, { from: '10:00', to: '12:00' })
    await waiting(database.db, { from: '10:00', to: '10:30' })
    const { id, proposal } = await readyPlan(ctx, { mode: 'replan' })
    expect(proposal.changes).toHaveLength(2)
    await acceptPlan(ctx, id, all)
    expect((await visitNow(database.db, early.id)).plannedStart!.getTime()).toBeGreaterThan(
      at('10:59').getTime(),
    )
    expect(await mailsOf(database.db, early.ticketId)).toEqual([])
  })

  test('the windows are counted again', async () => {
    const area = await anArea(database.db)
    await aCrew(database.db, { areas: [area] })
    const window = await aWindow(database.db, { areaId: area.id, startsAt: at('13:30') })
    const { id: ticketId } = await aTicket(database.db, { status: 'triaged', areaId: area.id })
    await waiting(database.db, { from: '13:30', to: '15:30', ticketId, windowId: window.id })
    const ctx = await dispatcher()
    const { id } = await readyPlan(ctx)
    await acceptPlan(ctx, id, all)
    const [now] = await database.db.select().from(windows).where(eq(windows.id, window.id))
    expect(now).toMatchObject({ bookedVisits: 1, bookedMinutes: 60, capacityMinutes: 60 })
  })
})

describe('a day that changed meanwhile', () => {
  test('a touched visit that another dispatcher placed: nothing is done', async () => {
    const { ctx, crew, first, second, id } = await aProposal()
    await confirmVisit(await dispatcher(), first.id, { crewId: crew.id, version: 1 })
    await expect(acceptPlan(ctx, id, all)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'planOutdated',
    })
    expect(await visitNow(database.db, second.id)).toMatchObject({ status: 'proposed' })
    expect(await planNow(database.db, id)).toMatchObject({ status: 'ready' })
  })

  test('a crew that got another visit', async () => {
    const { ctx, crew, second, id } = await aProposal()
    const late = await waiting(database.db, { from: '16:00', to: '17:00' })
    await confirmVisit(await dispatcher(), late.id, { crewId: crew.id, version: 1 })
    await expect(acceptPlan(ctx, id, { changes: [second.id] })).rejects.toMatchObject({
      code: 'planOutdated',
    })
  })

  test('a crew that works other hours now', async () => {
    const { ctx, crew, id } = await aProposal()
    await database.db.update(shifts).set({ endsAt: '17:00' }).where(eq(shifts.crewId, crew.id))
    await expect(acceptPlan(ctx, id, all)).rejects.toMatchObject({ code: 'planOutdated' })
  })

  test('a visit that was cancelled; the others of the plan may still be made', async () => {
    const { ctx, first, second, id } = await aProposal()
    await cancelVisit(ctx, first.id, { version: 1, reason: '顾客不要了' })
    await expect(acceptPlan(ctx, id, { changes: [first.id] })).rejects.toMatchObject({
      code: 'planOutdated',
    })
    await acceptPlan(ctx, id, { changes: [second.id] })
    expect(await visitNow(database.db, second.id)).toMatchObject({ status: 'confirmed' })
  })

  test('a visit that was pinned', async () => {
    const ctx = await dispatcher()
    const crew = await aCrew(database.db)
    const moves = await planned(database.db, crew)
    await waiting(database.db, { from: '10:00', to: '10:30' })
    const { id, proposal } = await readyPlan(ctx, { mode: 'replan' })
    expect(proposal.changes.map(({ visitId }) => visitId)).toContain(moves.id)
    await pinVisit(ctx, moves.id, { pinned: 'yes', version: 1 })
    await expect(acceptPlan(ctx, id, all)).rejects.toMatchObject({ code: 'planOutdated' })
  })

  test('what isn’t touched may change: another crew’s day, or work that ended sooner', async () => {
    const ctx = await dispatcher()
    const crew = await aCrew(database.db)
    const other = await aCrew(database.db, { skills: ['survey'] })
    const done = await planned(database.db, crew, { from: '08:00', to: '09:00' })
    const visit = await waiting(database.db)
    const { id } = await readyPlan(ctx)
    await planned(database.db, other, { skill: 'survey' })
    await database.db
      .update(visits)
      .set({ status: 'finished', workDone: 'x', plannedEnd: at('08:40') })
      .where(eq(visits.id, done.id))
    await acceptPlan(ctx, id, all)
    expect(await visitNow(database.db, visit.id)).toMatchObject({ crewId: crew.id })
  })

  test('a time that has come meanwhile', async () => {
    const { ctx, id } = await aProposal()
    const later = { ...ctx, now: () => at('10:05') }
    await expect(acceptPlan(later, id, all)).rejects.toMatchObject({ code: 'planOutdated' })
  })
})

describe('who decides on a plan', () => {
  test('of two who accept it at once one wins', async () => {
    const { ctx, first, second, id } = await aProposal()
    const rivals = Array.from({ length: 4 }, () =>
      drizzle(database.connect({ max: 1 }), { schema }),
    )
    const results = await Promise.allSettled(
      rivals.map((db) => acceptPlan({ ...ctx, db }, id, all)),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results) {
      if (result.status === 'rejected') {
        expect(result.reason).toMatchObject({ kind: 'conflict', code: 'planDecided' })
      }
    }
    for (const { id: visitId, ticketId } of [first, second]) {
      expect(await visitNow(database.db, visitId)).toMatchObject({ version: 2 })
      expect(await eventsOf(database.db, ticketId)).toHaveLength(1)
    }
  })

  test('one that isn’t ready, or nothing of one, is refused', async () => {
    const { ctx, id } = await aProposal()
    await expect(acceptPlan(ctx, id, { changes: [999_999] })).rejects.toMatchObject({
      kind: 'invalid',
      code: 'planNothingChosen',
    })
    await database.db.update(dayPlans).set({ status: 'dismissed' })
    await expect(acceptPlan(ctx, id, all)).rejects.toMatchObject({ code: 'planNotReady' })
  })

  test.each(['desk', 'crew', 'caller', 'general_manager', 'admin'] as const)(
    '%s may not',
    async (role) => {
      const { id } = await aProposal()
      const ctx = contextOf(database.db, await aColleague(database.db, role))
      await expect(acceptPlan(ctx, id, all)).rejects.toMatchObject({ kind: 'forbidden' })
    },
  )
})
