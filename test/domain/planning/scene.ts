import { eq } from 'drizzle-orm'
import { inject } from 'vitest'
import type { Db } from '#db/client.server.ts'
import { crews } from '#db/schema/crews.ts'
import { dayPlans } from '#db/schema/planning.ts'
import { settings } from '#db/schema/settings.ts'
import { visits } from '#db/schema/visits.ts'
import type { PlanMode } from '#db/vocabulary/planning.ts'
import { startPlan, workOutPlan } from '#app/domain/planning/index.server.ts'
import type { Proposal } from '#app/domain/planning/plan-view.ts'
import { preparePlan } from '#app/domain/planning/prepare-plan.server.ts'
import { search } from '#app/domain/planning/search/search.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { setRuntime } from '#app/platform/runtime.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aCrew } from '#test/factories/crews.ts'
import { only } from '#test/factories/serial.ts'
import { anArea } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'

/** The Wednesday after the Tuesday of the tests. */
export const day = '2026-03-11'

export const at = (time: string, on = day) => new Date(`${on}T${time}:00+08:00`)

export const never = new AbortController().signal

/** Lets this process run planners' threads, as the server's start does. */
export function letPlan(db: Db, plannerWorker = inject('plannerWorker')) {
  setRuntime({
    db,
    plannerWorker,
    ping: () => Promise.resolve(),
    jobsRunning: () => true,
    boards: undefined as never,
    desk: undefined as never,
  })
}

export async function planSeconds(db: Db, seconds: number) {
  await db
    .insert(settings)
    .values({ key: 'planSeconds', value: seconds, updatedAt: tuesdayMorning })
    .onConflictDoUpdate({ target: settings.key, set: { value: seconds } })
}

/** Nobody comes on Wednesday, and nobody works then any more: what the next test makes is all there is. */
export async function clearDay(db: Db) {
  await db.update(visits).set({ status: 'cancelled', pinned: false })
  await db.update(crews).set({ active: false })
  await db.update(dayPlans).set({ status: 'dismissed' })
}

interface Window {
  from?: string
  to?: string
}

/** A visit on Wednesday that waits for a crew, in the morning unless told. */
export async function waiting(
  db: Db,
  { from = '10:00', to = '12:00', ...facts }: Window & Partial<typeof visits.$inferInsert> = {},
) {
  return aVisit(db, { windowStart: at(from), windowEnd: at(to), ...facts })
}

/** A visit on Wednesday that a crew has, planned from the beginning of its window. */
export async function planned(
  db: Db,
  crew: { id: number },
  { from = '10:00', to = '12:00', ...facts }: Window & Partial<typeof visits.$inferInsert> = {},
) {
  const start = facts.plannedStart ?? at(from)
  const minutes = facts.durationMinutes ?? 60
  return aConfirmedVisit(db, {
    crewId: crew.id,
    windowStart: at(from),
    windowEnd: at(to),
    plannedStart: start,
    plannedEnd: new Date(start.getTime() + minutes * 60_000),
    ...facts,
  })
}

/** An area with its middle, for homes and crews. */
export const areaAt = (db: Db, lat: number, lng: number) => anArea(db, { lat, lng })

export const ticketIn = (
  db: Db,
  area: { id: number },
  facts: Partial<Parameters<typeof aTicket>[1]> = {},
) => aTicket(db, { status: 'triaged', areaId: area.id, ...facts })

export { aCrew }

export const planNow = async (db: Db, id: string) =>
  only(await db.select().from(dayPlans).where(eq(dayPlans.id, id)))

export const proposalNow = async (db: Db, id: string) =>
  (await planNow(db, id)).proposal as Proposal

export const visitNow = async (db: Db, id: number) =>
  only(await db.select().from(visits).where(eq(visits.id, id)))

/** A plan as a thread would have made it, with so many rounds of search: the same every time. */
export async function readyPlan(
  ctx: Ctx<StaffActor>,
  {
    day: on = day,
    mode = 'fill',
    rounds = 200,
  }: { day?: string; mode?: PlanMode; rounds?: number } = {},
): Promise<{ id: string; proposal: Proposal }> {
  const { problem, initial, base, propose } = await preparePlan(ctx, { day: on, mode })
  const { routes } = search({ problem: problem.problem, initial, seconds: 5, rounds, seed: 7 })
  const proposal = propose(routes)
  const { id } = only(
    await ctx.db
      .insert(dayPlans)
      .values({
        day: on,
        mode,
        status: 'ready',
        seconds: 10,
        progress: 1,
        askedBy: ctx.actor.id,
        askedAt: ctx.now(),
        beatAt: ctx.now(),
        base,
        proposal,
      })
      .returning({ id: dayPlans.id }),
  )
  return { id, proposal }
}

/** Starts a plan and works it out in a thread. */
export async function worked(ctx: Ctx, mode: PlanMode = 'fill', on = day): Promise<string> {
  const id = await startPlan(ctx, { day: on, mode })
  await workOutPlan(contextOf(ctx.db, { kind: 'job' }, { now: tuesdayMorning }), id, never)
  return id
}
