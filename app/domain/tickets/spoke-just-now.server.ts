import { and, desc, eq } from 'drizzle-orm'
import { ticketMessages } from '#db/schema/tickets.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { addMinutes } from '#app/platform/time.server.ts'

const awakeMinutes = 60

/** Whether somebody who wrote then is still about: what answers them needn't wait for the morning. */
export const stillAwake = (wroteAt: Date, now: Date): boolean =>
  addMinutes(wroteAt, awakeMinutes) > now

/** The same of a ticket's customer, by their last words or by the ticket itself when it has just come in. */
export async function spokeJustNow(
  ctx: Ctx,
  ticket: { id: number; createdAt: Date },
): Promise<boolean> {
  if (stillAwake(ticket.createdAt, ctx.now())) return true
  const [last] = await ctx.db
    .select({ at: ticketMessages.createdAt })
    .from(ticketMessages)
    .where(
      and(eq(ticketMessages.ticketId, ticket.id), eq(ticketMessages.direction, 'from_customer')),
    )
    .orderBy(desc(ticketMessages.id))
    .limit(1)
  return last !== undefined && stillAwake(last.at, ctx.now())
}
