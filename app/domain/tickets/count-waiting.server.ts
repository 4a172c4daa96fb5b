import { and, asc, eq, lt, lte, ne, or, sql } from 'drizzle-orm'
import { complaints } from '#db/schema/complaints.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'
import { dayOf, spanOfDay } from '#app/platform/time.server.ts'
import { countQueues } from './count-queues.server.ts'
import { visibleTickets } from './visible-tickets.server.ts'

/** Counting stops here, so that it costs the same however many there are. */
const countedUpTo = 1000

/** What waits behind each entry of the console's rail; `null` where it is not this colleague's business. */
export async function countWaiting(ctx: Ctx<StaffActor>) {
  const [queues, visitsToAssign, callsToMake] = await Promise.all([
    may(ctx.actor, 'ticket:read') ? countQueues(ctx) : null,
    may(ctx.actor, 'visit:dispatch') ? countVisitsToAssign(ctx) : null,
    may(ctx.actor, 'follow-up:call') ? countCallsToMake(ctx) : null,
  ])
  return { queues, visitsToAssign, callsToMake }
}

async function countVisitsToAssign(ctx: Ctx): Promise<number> {
  const some = ctx.db
    .select({ one: sql`1` })
    .from(visits)
    .where(eq(visits.status, sql.raw(`'proposed'`)))
    .limit(countedUpTo)
    .as('some')
  return ctx.db.$count(some)
}

async function countCallsToMake(ctx: Ctx<StaffActor>): Promise<number> {
  const some = ctx.db
    .select({ one: sql`1` })
    .from(followUps)
    .where(
      and(
        eq(followUps.status, sql.raw(`'due'`)),
        lte(followUps.notBefore, ctx.now()),
        callsOf(ctx.actor),
      ),
    )
    .limit(countedUpTo)
    .as('some')
  return ctx.db.$count(some)
}

/** Inspection calls are the managers' alone (FU-5); one about a complaint waits as long as its answer does (CP-1). */
const callsOf = (actor: StaffActor) =>
  and(
    may(actor, 'follow-up:inspect') ? undefined : ne(followUps.kind, 'inspection'),
    or(
      ne(followUps.kind, 'complaint'),
      sql`exists (select 1 from ${complaints} where ${complaints.ticketId} = ${followUps.ticketId} and ${complaints.status} = 'answered')`,
    ),
  )

/** The visits that still need a crew and begin before the end of tomorrow's day, soonest first. */
export async function visitsToAssignSoon(ctx: Ctx<StaffActor>, limit: number) {
  const { end } = spanOfDay(dayOf(new Date(ctx.now().getTime() + 86_400_000)))
  return ctx.db
    .select({
      id: visits.id,
      work: visits.work,
      windowStart: visits.windowStart,
      windowEnd: visits.windowEnd,
      name: tickets.name,
      address: tickets.address,
    })
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .where(
      and(
        eq(visits.status, sql.raw(`'proposed'`)),
        lt(visits.windowStart, end),
        visibleTickets(ctx.actor),
      ),
    )
    .orderBy(asc(visits.windowStart))
    .limit(limit)
}

/** The calls after a visit that are due now, longest due first. */
export async function callsDue(ctx: Ctx<StaffActor>, limit: number) {
  return ctx.db
    .select({
      id: followUps.id,
      dueAt: followUps.dueAt,
      name: tickets.name,
      product: tickets.product,
    })
    .from(followUps)
    .innerJoin(tickets, eq(tickets.id, followUps.ticketId))
    .where(
      and(
        eq(followUps.status, sql.raw(`'due'`)),
        lte(followUps.notBefore, ctx.now()),
        callsOf(ctx.actor),
        visibleTickets(ctx.actor),
      ),
    )
    .orderBy(asc(followUps.dueAt))
    .limit(limit)
}

/** Paused tickets whose day to look again has come (IN-7), the colleague's own first. */
export async function pausesOver(ctx: Ctx<StaffActor>, limit: number) {
  return ctx.db
    .select({
      number: tickets.number,
      name: tickets.name,
      pausedUntil: tickets.pausedUntil,
      pauseReason: tickets.pauseReason,
    })
    .from(tickets)
    .where(
      and(
        eq(tickets.status, 'paused'),
        lte(tickets.pausedUntil, dayOf(ctx.now())),
        visibleTickets(ctx.actor),
      ),
    )
    .orderBy(sql`${tickets.ownerId} = ${ctx.actor.id} desc nulls last`, asc(tickets.pausedUntil))
    .limit(limit)
}
