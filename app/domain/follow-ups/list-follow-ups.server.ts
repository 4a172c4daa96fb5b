import { and, asc, count, eq, lte, ne, sql } from 'drizzle-orm'
import { followUpAttempts, followUps } from '#db/schema/follow-ups.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { visibleTickets } from '#app/domain/tickets/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { clockOf } from './clock.server.ts'

const shown = 100

/** FU-1: the calls to make: those that may be made now by when they are due, then those put off. */
export async function listFollowUps(ctx: Ctx) {
  authorize(ctx.actor, 'follow-up:call')
  const now = ctx.now()
  const later = sql<boolean>`${followUps.notBefore} > ${now.toISOString()}::timestamptz`
  const rows = await ctx.db
    .select({
      id: followUps.id,
      createdAt: followUps.createdAt,
      dueAt: followUps.dueAt,
      notBefore: followUps.notBefore,
      wishPart: followUps.wishPart,
      wishWay: followUps.wishWay,
      name: tickets.name,
      product: tickets.product,
      skill: visits.skill,
      attempts: sql<number>`(select count(*)::int from ${followUpAttempts} where ${followUpAttempts.followUpId} = ${followUps.id})`,
    })
    .from(followUps)
    .innerJoin(tickets, eq(tickets.id, followUps.ticketId))
    .innerJoin(visits, eq(visits.id, followUps.visitId))
    .where(and(eq(followUps.status, sql.raw(`'due'`)), visibleTickets(ctx.actor)))
    .orderBy(
      later,
      sql`case when ${later} then ${followUps.notBefore} else ${followUps.dueAt} end`,
      asc(followUps.id),
    )
    .limit(shown)
  return {
    counts: await countDue(ctx),
    calls: rows.map(({ createdAt, dueAt, notBefore, ...row }) => ({
      ...row,
      dueAt: dueAt.toISOString(),
      notBefore: notBefore.toISOString(),
      clock: clockOf({ createdAt, dueAt, notBefore }, now),
    })),
  }
}

/** How many may be called now, how many of those are late, and how many are put off. */
async function countDue(ctx: Ctx): Promise<{ now: number; late: number; later: number }> {
  const instant = ctx.now().toISOString()
  const [row] = await ctx.db
    .select({
      now: sql<number>`count(*) filter (where ${followUps.notBefore} <= ${instant}::timestamptz)::int`,
      late: sql<number>`count(*) filter (where ${followUps.notBefore} <= ${instant}::timestamptz and ${followUps.dueAt} < ${instant}::timestamptz)::int`,
      all: count(),
    })
    .from(followUps)
    .innerJoin(tickets, eq(tickets.id, followUps.ticketId))
    .where(and(eq(followUps.status, sql.raw(`'due'`)), visibleTickets(ctx.actor)))
  const { now, late, all } = row ?? { now: 0, late: 0, all: 0 }
  return { now, late, later: all - now }
}

/** The call to make after this one; null when none is waiting. */
export async function nextFollowUp(ctx: Ctx, after: number): Promise<number | null> {
  authorize(ctx.actor, 'follow-up:call')
  const [row] = await ctx.db
    .select({ id: followUps.id })
    .from(followUps)
    .innerJoin(tickets, eq(tickets.id, followUps.ticketId))
    .where(
      and(
        eq(followUps.status, sql.raw(`'due'`)),
        lte(followUps.notBefore, ctx.now()),
        ne(followUps.id, after),
        visibleTickets(ctx.actor),
      ),
    )
    .orderBy(asc(followUps.dueAt), asc(followUps.id))
    .limit(1)
  return row?.id ?? null
}
