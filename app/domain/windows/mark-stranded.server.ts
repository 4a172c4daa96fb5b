import { and, eq, gt, gte, inArray, lt, sql } from 'drizzle-orm'
import { visits } from '#db/schema/visits.ts'
import { covers, type CrewOnCall, workingTimeAround } from '#app/domain/crews/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { spanOfDay } from '#app/platform/time.server.ts'

/**
 * Marks the visits to come that their crew no longer can make, and takes the mark from those it can (DS-3). Nothing
 * is moved.
 */
export async function markStranded(
  tx: Tx,
  crews: readonly CrewOnCall[],
  days: readonly string[],
): Promise<void> {
  if (crews.length === 0) return
  const crewOf = new Map(crews.map((crew) => [crew.id, crew]))
  const planned = await tx.db
    .select({
      id: visits.id,
      crewId: visits.crewId,
      skill: visits.skill,
      start: visits.plannedStart,
      end: visits.plannedEnd,
      stranded: visits.stranded,
    })
    .from(visits)
    .where(
      and(
        inArray(visits.crewId, [...crewOf.keys()]),
        eq(visits.status, 'confirmed'),
        gte(visits.plannedStart, spanOfDay(days[0]!).start),
        lt(visits.plannedStart, spanOfDay(days.at(-1)!).end),
        gt(visits.plannedEnd, tx.now()),
      ),
    )
  const wrong = planned.filter(({ crewId, skill, start, end, stranded }) => {
    const crew = crewOf.get(crewId!)!
    const span = { start: start!, end: end! }
    const able = crew.active && crew.skills.includes(skill)
    return stranded === (able && workingTimeAround(crew, span).some((shift) => covers(shift, span)))
  })
  if (wrong.length === 0) return
  await tx.db
    .update(visits)
    .set({ stranded: sql`not ${visits.stranded}`, version: sql`${visits.version} + 1` })
    .where(
      inArray(
        visits.id,
        wrong.map(({ id }) => id),
      ),
    )
}
