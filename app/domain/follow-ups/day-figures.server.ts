import { and, eq, gte, lt, sql } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { followUpAttempts, followUps, inspectionAnswers, ratings } from '#db/schema/follow-ups.ts'
import { ticketEvents, tickets } from '#db/schema/tickets.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize, may } from '#app/platform/permissions.ts'
import { dayOf, spanOfDay } from '#app/platform/time.server.ts'
import { visibleCalls } from './visible-calls.server.ts'

export interface CallerDay {
  name: string
  /** Attempts: each time somebody was rung up. */
  calls: number
  reached: number
  unreached: number
  putOff: number
  /** The mean of the five scores, 1 to 5, over those reached who gave scores; null when nobody did. */
  satisfaction: number | null
  complaints: number
}

const meanOf = (of: typeof ratings | typeof inspectionAnswers) =>
  sql`(${of.attitude} + ${of.quality} + ${of.solved} + ${of.punctuality} + ${of.tidiness}) / 5.0`

/**
 * What was done on the phone on one day of the company's: by each caller for managers, by oneself for a caller. Verdicts
 * on complaints bring no scores. A complaint counts when the caller's answers of that day opened it.
 */
export async function dayFigures(
  ctx: Ctx<StaffActor>,
  day = dayOf(ctx.now()),
): Promise<{ day: string; all: boolean; callers: CallerDay[] }> {
  authorize(ctx.actor, 'follow-up:call')
  const all = may(ctx.actor, 'follow-up:inspect')
  const { start, end } = spanOfDay(day)
  const made = (outcome: string) =>
    sql<number>`count(*) filter (where ${followUpAttempts.outcome} = ${outcome})::int`
  const opened = sql`exists (
    select 1 from ${ticketEvents}
    where ${ticketEvents.ticketId} = ${followUps.ticketId} and ${ticketEvents.kind} = 'complaint_opened'
      and ${ticketEvents.actorId} = ${followUpAttempts.by}
      and ${ticketEvents.visitId} is not distinct from ${followUps.visitId}
      and ${ticketEvents.at} >= ${start.toISOString()}::timestamptz
      and ${ticketEvents.at} < ${end.toISOString()}::timestamptz)`
  const callers = await ctx.db
    .select({
      name: staff.name,
      calls: sql<number>`count(*)::int`,
      reached: made('answered'),
      unreached: made('no_answer'),
      putOff: made('call_back'),
      satisfaction: sql<number | null>`avg(case
        when ${followUpAttempts.outcome} <> 'answered' then null
        when ${followUps.kind} = 'visit' then ${meanOf(ratings)}
        when ${followUps.kind} = 'inspection' then ${meanOf(inspectionAnswers)}
      end)::float8`,
      complaints: sql<number>`count(*) filter (where ${followUpAttempts.outcome} = 'answered' and ${opened})::int`,
    })
    .from(followUpAttempts)
    .innerJoin(followUps, eq(followUps.id, followUpAttempts.followUpId))
    .innerJoin(tickets, eq(tickets.id, followUps.ticketId))
    .innerJoin(staff, eq(staff.id, followUpAttempts.by))
    .leftJoin(ratings, eq(ratings.visitId, followUps.visitId))
    .leftJoin(inspectionAnswers, eq(inspectionAnswers.followUpId, followUps.id))
    .where(
      and(
        gte(followUpAttempts.at, start),
        lt(followUpAttempts.at, end),
        all ? undefined : eq(followUpAttempts.by, ctx.actor.id),
        visibleCalls(ctx.actor),
      ),
    )
    .groupBy(staff.id, staff.name)
    .orderBy(staff.name, staff.id)
  return { day, all, callers }
}
