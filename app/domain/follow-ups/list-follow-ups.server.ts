import { and, asc, count, eq, lte, ne, sql } from 'drizzle-orm'
import { followUpAttempts, followUps } from '#db/schema/follow-ups.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { type FollowUpKind, followUpKinds } from '#db/vocabulary/follow-ups.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { clockOf } from './clock.server.ts'
import { isToCall, visibleCalls } from './visible-calls.server.ts'

const shown = 100

/** The kind of call a page is narrowed to, as it stands in an address; null for all of them. */
export const readKind = (given: string | null): FollowUpKind | null =>
  followUpKinds.find((kind) => kind === given) ?? null

const ofKind = (kind: FollowUpKind | null) => (kind ? eq(followUps.kind, kind) : undefined)

/** FU-1: the calls to make: those that may be made now by when they are due, then those put off. */
export async function listFollowUps(ctx: Ctx, kind: FollowUpKind | null = null) {
  authorize(ctx.actor, 'follow-up:call')
  const now = ctx.now()
  const later = sql<boolean>`${followUps.notBefore} > ${now.toISOString()}::timestamptz`
  const attempts = sql`from ${followUpAttempts} where ${followUpAttempts.followUpId} = ${followUps.id}`
  const rows = await ctx.db
    .select({
      id: followUps.id,
      kind: followUps.kind,
      createdAt: followUps.createdAt,
      dueAt: followUps.dueAt,
      notBefore: followUps.notBefore,
      wishPart: followUps.wishPart,
      wishWay: followUps.wishWay,
      name: tickets.name,
      product: tickets.product,
      skill: visits.skill,
      attempts: sql<number>`(select count(*)::int ${attempts})`,
      /** Whether the last attempt ended with a time the customer gave. */
      putOff: sql<boolean>`coalesce((select ${followUpAttempts.outcome} = 'call_back' ${attempts} order by ${followUpAttempts.attempt} desc limit 1), false)`,
    })
    .from(followUps)
    .innerJoin(tickets, eq(tickets.id, followUps.ticketId))
    .leftJoin(visits, eq(visits.id, followUps.visitId))
    .where(and(isToCall(), ofKind(kind), visibleCalls(ctx.actor)))
    .orderBy(
      later,
      sql`case when ${later} then ${followUps.notBefore} else ${followUps.dueAt} end`,
      asc(followUps.id),
    )
    .limit(shown)
  return {
    ...(await countDue(ctx, kind)),
    calls: rows.map(({ createdAt, dueAt, notBefore, putOff, ...row }) => ({
      ...row,
      /** When the customer asked to be called. */
      wishedAt: putOff ? notBefore.toISOString() : null,
      dueAt: dueAt.toISOString(),
      notBefore: notBefore.toISOString(),
      clock: clockOf({ createdAt, dueAt, notBefore }, now),
    })),
  }
}

/** How many of a kind may be called now, how many of those are late, and how many are put off; and all by kind. */
async function countDue(ctx: Ctx, kind: FollowUpKind | null) {
  const instant = ctx.now().toISOString()
  const rows = await ctx.db
    .select({
      kind: followUps.kind,
      now: sql<number>`count(*) filter (where ${followUps.notBefore} <= ${instant}::timestamptz)::int`,
      late: sql<number>`count(*) filter (where ${followUps.notBefore} <= ${instant}::timestamptz and ${followUps.dueAt} < ${instant}::timestamptz)::int`,
      all: count(),
    })
    .from(followUps)
    .innerJoin(tickets, eq(tickets.id, followUps.ticketId))
    .where(and(isToCall(), visibleCalls(ctx.actor)))
    .groupBy(followUps.kind)
  const counted = rows.filter((row) => kind === null || row.kind === kind)
  const sum = (of: 'now' | 'late' | 'all') => counted.reduce((total, row) => total + row[of], 0)
  return {
    counts: { now: sum('now'), late: sum('late'), later: sum('all') - sum('now') },
    ofKind: Object.fromEntries(
      followUpKinds.map((one) => [one, rows.find((row) => row.kind === one)?.all ?? 0]),
    ) as Record<FollowUpKind, number>,
  }
}

/** The call to make after this one; null when none is waiting. */
export async function nextFollowUp(
  ctx: Ctx,
  after: number,
  kind: FollowUpKind | null = null,
): Promise<number | null> {
  authorize(ctx.actor, 'follow-up:call')
  const [row] = await ctx.db
    .select({ id: followUps.id })
    .from(followUps)
    .innerJoin(tickets, eq(tickets.id, followUps.ticketId))
    .where(
      and(
        isToCall(),
        ofKind(kind),
        lte(followUps.notBefore, ctx.now()),
        ne(followUps.id, after),
        visibleCalls(ctx.actor),
      ),
    )
    .orderBy(asc(followUps.dueAt), asc(followUps.id))
    .limit(1)
  return row?.id ?? null
}
