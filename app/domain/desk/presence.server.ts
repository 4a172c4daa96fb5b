import { and, eq, gt, lt, lte, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { staff } from '#db/schema/accounts.ts'
import { ticketPresence } from '#db/schema/desk.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'

/** How often an open page says that it still is. */
export const beatEvery = 20_000
/** Whoever hasn't said so for as long is gone, whatever became of their process. */
const forgottenAfter = 60_000
/** A page that is loaded again, or looked away from for a moment, is not told as gone. */
export const lingers = 3000

export const tabKey = z.string().regex(/^[\w-]{8,40}$/)

export const WritingForm = z.object({ tab: tabKey, writing: z.enum(['yes', 'no']) })

interface AtTicket {
  tab: string
  ticketId: number
}

export interface Present {
  name: string
  writing: boolean
}

/** A colleague has opened a ticket, or still has it open. */
export async function beAt(ctx: Ctx<StaffActor>, { tab, ticketId }: AtTicket): Promise<void> {
  const seenAt = ctx.now()
  await ctx.db
    .insert(ticketPresence)
    .values({ tab, ticketId, staffId: ctx.actor.id, seenAt })
    .onConflictDoUpdate({
      target: ticketPresence.tab,
      set: {
        ticketId,
        seenAt,
        writing: sql`${ticketPresence.writing} and ${ticketPresence.ticketId} = excluded.ticket_id`,
      },
      setWhere: eq(ticketPresence.staffId, ctx.actor.id),
    })
}

/** A page was closed; one that has come back since is not. */
export async function goFrom(
  ctx: Ctx<StaffActor>,
  { tab, ticketId }: AtTicket,
  leftAt: Date,
): Promise<void> {
  await ctx.db
    .delete(ticketPresence)
    .where(
      and(
        eq(ticketPresence.tab, tab),
        eq(ticketPresence.ticketId, ticketId),
        eq(ticketPresence.staffId, ctx.actor.id),
        lte(ticketPresence.seenAt, leftAt),
      ),
    )
}

/** Whether a colleague is writing something on the page they have open. */
export async function sayWriting(
  ctx: Ctx,
  { tab, writing }: z.output<typeof WritingForm>,
): Promise<void> {
  authorize(ctx.actor, 'ticket:read')
  await ctx.db
    .update(ticketPresence)
    .set({ writing: writing === 'yes' })
    .where(and(eq(ticketPresence.tab, tab), eq(ticketPresence.staffId, ctx.actor.id)))
}

/** Who else has a ticket open, and who of them is writing; each colleague once. */
export async function othersAt(ctx: Ctx<StaffActor>, ticketId: number): Promise<Present[]> {
  return ctx.db
    .select({
      name: staff.name,
      writing: sql<boolean>`bool_or(${ticketPresence.writing})`,
    })
    .from(ticketPresence)
    .innerJoin(staff, eq(staff.id, ticketPresence.staffId))
    .where(
      and(
        eq(ticketPresence.ticketId, ticketId),
        ne(ticketPresence.staffId, ctx.actor.id),
        gt(ticketPresence.seenAt, new Date(ctx.now().getTime() - forgottenAfter)),
      ),
    )
    .groupBy(staff.id, staff.name)
    .orderBy(staff.name)
    .limit(20)
}

/** Takes away what processes that ended badly left behind. */
export async function forgetGone(ctx: Ctx): Promise<void> {
  await ctx.db
    .delete(ticketPresence)
    .where(lt(ticketPresence.seenAt, new Date(ctx.now().getTime() - 10 * forgottenAfter)))
}
