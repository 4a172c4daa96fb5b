import { and, eq, gt, inArray, isNotNull } from 'drizzle-orm'
import { messages } from '#db/schema/messages.ts'
import { type Ctx, enqueue, type Tx } from '#app/platform/context.server.ts'

/** What of these tickets' messages waits for the quiet hours to end. */
export async function heldMessages(ctx: Ctx, ticketIds: number[]) {
  const rows = await ctx.db
    .select({
      id: messages.id,
      template: messages.template,
      createdAt: messages.createdAt,
      until: messages.heldUntil,
    })
    .from(messages)
    .where(
      and(
        inArray(messages.ticketId, ticketIds),
        eq(messages.status, 'queued'),
        gt(messages.heldUntil, ctx.now()),
      ),
    )
  return rows.map(({ until, ...row }) => ({ ...row, until: until!.toISOString() }))
}

/** Until when a message waits, as things stand now; null for one that waits for nothing. */
export const heldNow = (
  { now }: Pick<Ctx, 'now'>,
  { status, heldUntil }: Pick<typeof messages.$inferSelect, 'status' | 'heldUntil'>,
): string | null =>
  status === 'queued' && heldUntil !== null && heldUntil > now() ? heldUntil.toISOString() : null

/** Lets a message that is kept go out now. @returns whether it was kept */
export async function releaseMessage(tx: Tx, ticketIds: number[], id: string): Promise<boolean> {
  const [released] = await tx.db
    .update(messages)
    .set({ heldUntil: null })
    .where(
      and(
        eq(messages.id, id),
        inArray(messages.ticketId, ticketIds),
        eq(messages.status, 'queued'),
        isNotNull(messages.heldUntil),
      ),
    )
    .returning({ id: messages.id })
  if (!released) return false
  await enqueue(tx, 'send-message', { messageId: id }, { key: `message:${id}` })
  return true
}
