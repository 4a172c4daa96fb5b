import { and, inArray } from 'drizzle-orm'
import { tickets } from '#db/schema/tickets.ts'
import { visibleTickets } from '#app/domain/tickets/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** Of the tickets that something happened to, those this colleague may know of. */
export async function changedTickets(
  ctx: Ctx<StaffActor>,
  ids: readonly number[],
): Promise<{ number: string; createdAt: string }[]> {
  if (ids.length === 0) return []
  const rows = await ctx.db
    .select({ number: tickets.number, createdAt: tickets.createdAt })
    .from(tickets)
    .where(and(inArray(tickets.id, [...ids]), visibleTickets(ctx.actor)))
  return rows.map(({ number, createdAt }) => ({ number, createdAt: createdAt.toISOString() }))
}
