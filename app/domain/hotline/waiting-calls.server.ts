import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { ticketClocks } from '#db/schema/clocks.ts'
import { ticketEvents, tickets } from '#db/schema/tickets.ts'
import { clocksOf } from '#app/domain/clocks/index.server.ts'
import { visibleTickets } from '#app/domain/tickets/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'

/**
 * IN-2: the customers nobody has spoken to yet, the most urgent first, with how often they were called in vain.
 * @returns at most `limit`, and whether there are more
 */
export async function waitingCalls(ctx: Ctx<StaffActor>, limit: number) {
  authorize(ctx.actor, 'ticket:read')
  const rows = await ctx.db
    .select({
      id: tickets.id,
      number: tickets.number,
      name: tickets.name,
      phone: tickets.phone,
      product: tickets.product,
      description: tickets.description,
      createdAt: tickets.createdAt,
      ownerId: tickets.ownerId,
      owner: staff.name,
    })
    .from(ticketClocks)
    .innerJoin(tickets, eq(tickets.id, ticketClocks.ticketId))
    .leftJoin(staff, eq(staff.id, tickets.ownerId))
    .where(
      and(
        eq(ticketClocks.kind, 'first_contact'),
        isNotNull(ticketClocks.runningSince),
        visibleTickets(ctx.actor),
      ),
    )
    .orderBy(asc(ticketClocks.dueAt), asc(tickets.id))
    .limit(limit + 1)
  const shown = rows.slice(0, limit)
  const ids = shown.map(({ id }) => id)
  const [clocks, missed] = await Promise.all([clocksOf(ctx, ids), missedCalls(ctx, ids)])
  return {
    more: rows.length > limit,
    calls: shown.map((row) => ({
      ...row,
      clock: clocks.get(row.id)?.find(({ kind }) => kind === 'first_contact') ?? null,
      missed: missed.get(row.id) ?? null,
    })),
  }
}

async function missedCalls(ctx: Ctx, ids: number[]) {
  if (ids.length === 0) return new Map<number, { count: number; last: Date }>()
  const rows = await ctx.db
    .select({
      ticketId: ticketEvents.ticketId,
      count: sql<number>`count(*)::int`,
      last: sql<string>`max(${ticketEvents.at})`,
    })
    .from(ticketEvents)
    .where(and(inArray(ticketEvents.ticketId, ids), eq(ticketEvents.kind, 'call_missed')))
    .groupBy(ticketEvents.ticketId)
  return new Map(
    rows.map(({ ticketId, count, last }) => [ticketId, { count, last: new Date(last) }]),
  )
}
