import { and, desc, eq, isNull } from 'drizzle-orm'
import { handovers } from '#db/schema/desk.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'

export type Handover = typeof handovers.$inferSelect

/** The hand-over of a ticket that nobody has answered yet; there is one at most. */
export async function openHandover(ctx: Ctx, ticketId: number): Promise<Handover | null> {
  const [open] = await ctx.db
    .select()
    .from(handovers)
    .where(
      and(
        eq(handovers.ticketId, ticketId),
        isNull(handovers.takenAt),
        isNull(handovers.declinedAt),
      ),
    )
  return open ?? null
}

/** It was taken, or declined with a reason. */
export async function closeHandover(
  tx: Tx,
  id: number,
  end: { takenAt: Date } | { declinedAt: Date; reason: string },
): Promise<void> {
  await tx.db.update(handovers).set(end).where(eq(handovers.id, id))
}

/** The latest hand-over of a ticket, answered or not. */
export async function lastHandover(ctx: Ctx, ticketId: number): Promise<Handover | null> {
  const [last] = await ctx.db
    .select()
    .from(handovers)
    .where(eq(handovers.ticketId, ticketId))
    .orderBy(desc(handovers.id))
    .limit(1)
  return last ?? null
}
