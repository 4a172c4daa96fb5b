import { and, gt, inArray, lt, ne, sql } from 'drizzle-orm'
import { visits } from '#db/schema/visits.ts'
import {
  covers,
  type CrewOnCall,
  overlaps,
  type Span,
  workingTimeAround,
} from '#app/domain/crews/index.server.ts'
import { formatter } from '#app/i18n/format.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { invalid, refused } from '#app/platform/errors.ts'
import { addMinutes, companyZone, dayOf, instantAt, timeOf } from '#app/platform/time.server.ts'
import { earliestStart } from './earliest-start.ts'
import type { Visit } from './find-visit.server.ts'

type Asked = Pick<Visit, 'id' | 'skill' | 'durationMinutes' | 'windowStart' | 'windowEnd'> & {
  /** Where it is, when that is known. */
  areaId?: number | null
}

/** A crew without areas of its own goes anywhere (DS-1). */
export const goesTo = ({ areaIds }: CrewOnCall, areaId: number | null | undefined) =>
  !areaId || areaIds.length === 0 || areaIds.includes(areaId)

export interface Planned extends Span {
  crewId: number
  visitId: number
}

/** What is planned for these crews in a span, this visit aside. */
export async function plannedVisits(
  ctx: Ctx,
  crewIds: number[],
  span: Span,
  exceptId: number,
): Promise<Planned[]> {
  if (crewIds.length === 0) return []
  const rows = await ctx.db
    .select({
      crewId: visits.crewId,
      visitId: visits.id,
      start: visits.plannedStart,
      end: visits.plannedEnd,
    })
    .from(visits)
    .where(
      and(
        inArray(visits.crewId, crewIds),
        ne(visits.status, 'cancelled'),
        ne(visits.id, exceptId),
        // No plan is longer than twelve hours: the lower bound lets the index of crews' days serve.
        gt(
          visits.plannedStart,
          sql`${span.start.toISOString()}::timestamptz - interval '12 hours'`,
        ),
        lt(visits.plannedStart, span.end),
        gt(visits.plannedEnd, span.start),
      ),
    )
  return rows as Planned[]
}

/** The span in which a visit could lie: its window, and the work begun at its last moment. */
export const reachOf = (visit: Asked): Span => ({
  start: visit.windowStart,
  end: addMinutes(visit.windowEnd, visit.durationMinutes),
})

/** The part of the window that is still to come. */
export const windowAhead = (visit: Asked, now: Date): Span => ({
  start: visit.windowStart > now ? visit.windowStart : now,
  end: visit.windowEnd,
})

/**
 * The crew's own span for a visit: at the start asked for, or the earliest there is. The caller holds the crew's
 * lock, so that what is planned now stays so.
 * @param start `HH:MM` on the window's day
 * @throws DomainError when the crew lacks the skill, is off shift or is taken
 */
export async function planWithCrew(
  ctx: Ctx,
  crew: CrewOnCall | undefined,
  visit: Asked,
  start?: string,
): Promise<Span> {
  if (!crew) throw refused('crewInactive')
  if (!crew.active) throw refused('crewInactive')
  if (!crew.skills.includes(visit.skill)) throw refused('crewLacksSkill')
  if (!goesTo(crew, visit.areaId)) throw refused('crewOutOfArea')
  const ahead = windowAhead(visit, ctx.now())
  if (ahead.start >= ahead.end) throw refused('windowInPast')
  const working = workingTimeAround(crew, reachOf(visit))
  const planned = await plannedVisits(ctx, [crew.id], reachOf(visit), visit.id)
  const spanFrom = (at: Date): Span => ({ start: at, end: addMinutes(at, visit.durationMinutes) })
  if (start !== undefined) {
    const span = spanFrom(instantAt(dayOf(visit.windowStart), start))
    if (span.start < visit.windowStart || span.start >= visit.windowEnd) {
      throw invalid('startOutsideWindow', {
        from: timeOf(visit.windowStart),
        to: timeOf(visit.windowEnd),
      })
    }
    if (!working.some((shift) => covers(shift, span))) throw refused('crewOffShift')
    const other = planned.find((taken) => overlaps(taken, span))
    if (other) throw crewTaken(ctx, other)
    return span
  }
  const earliest = earliestStart(ahead, visit.durationMinutes, working, planned)
  if (earliest) return spanFrom(earliest)
  const [other] = planned.sort((a, b) => a.start.getTime() - b.start.getTime())
  throw other && earliestStart(ahead, visit.durationMinutes, working, [])
    ? crewTaken(ctx, other)
    : refused('crewOffShift')
}

/** the one who comes second sees what the crew does then. */
export function crewTaken(ctx: Ctx, { start, end }: Span) {
  const day = formatter(ctx.locale, companyZone(), ctx.now()).day(start)
  return refused('crewTaken', { day, from: timeOf(start), to: timeOf(end) })
}
