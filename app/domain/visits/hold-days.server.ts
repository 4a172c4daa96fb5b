import { and, eq, notInArray } from 'drizzle-orm'
import { visits } from '#db/schema/visits.ts'
import type { Span } from '#app/domain/crews/index.server.ts'
import { daysOf, lockDays, refreshWindows } from '#app/domain/windows/index.server.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { findVisit, type Visit } from './find-visit.server.ts'

/** The civil days a visit's window and plan touch. */
export function daysOfVisit({ windowStart, windowEnd, plannedStart, plannedEnd }: Visit): string[] {
  const days = daysOf({ start: windowStart, end: windowEnd })
  if (plannedStart && plannedEnd) days.push(...daysOf({ start: plannedStart, end: plannedEnd }))
  return [...new Set(days)]
}

/**
 * Holds the days of a visit, of those linked after it and of where it is to go, before anything else is locked. The caller compares what it
 * then locks with what is returned (`refuseMovedAway`).
 */
export async function holdDaysOf(
  tx: Tx,
  id: number,
  { to, which }: { to?: Span; which?: Parameters<typeof findVisit>[2] } = {},
): Promise<Visit> {
  const visit = which ? await findVisit(tx, id, which) : await findVisit(tx, id)
  const linked = await laterVisits(tx, id)
  await lockDays(tx, [
    ...daysOfVisit(visit),
    ...linked.flatMap(daysOfVisit),
    ...(to ? daysOf(to) : []),
  ])
  return visit
}

/** The visits still to come that are linked to come after this one. */
export const laterVisits = (ctx: Ctx, id: number): Promise<Visit[]> =>
  ctx.db
    .select()
    .from(visits)
    .where(and(eq(visits.afterVisitId, id), notInArray(visits.status, ['cancelled', 'finished'])))
    .orderBy(visits.id)

/** Somebody moved the visit to other days while we waited for these. */
export function refuseMovedAway(before: Visit, now: Visit): void {
  const held = daysOfVisit(before)
  if (!daysOfVisit(now).every((day) => held.includes(day))) throw refused('visitChanged')
}

/** Counts again what the windows can take that a visit was in or is in now, and the windows its crews serve. */
export async function refreshAround(tx: Tx, ...states: readonly Visit[]): Promise<void> {
  const known = (id: number | null): id is number => id !== null
  await refreshWindows(tx, {
    days: states.flatMap(daysOfVisit),
    crewIds: states.map(({ crewId }) => crewId).filter(known),
    windowIds: states.map(({ windowId }) => windowId).filter(known),
  })
}
