import { and, eq, inArray, sql } from 'drizzle-orm'
import { messages } from '#db/schema/messages.ts'
import { type Ctx, enqueue, type Tx } from '#app/platform/context.server.ts'

/** Kept beside the facts while a message waits for the morning. */
const held = sql<string>`${messages.params}->>'heldUntil'`

/** What of these tickets' messages waits for the quiet hours to end. */
export function heldMessages(ctx: Ctx, ticketIds: number[]) {
  return ctx.db
    .select({
      id: messages.id,
      template: messages.template,
      createdAt: messages.createdAt,
      until: held,
    })
    .from(messages)
    .where(
      and(
        inArray(messages.ticketId, ticketIds),
        eq(messages.status, 'queued'),
        sql`(${held})::timestamptz > ${ctx.now().toISOString()}::timestamptz`,
      ),
    )
}

/** Lets a message that is kept go out now. @returns whether it was kept */
export async function releaseMessage(tx: Tx, ticketIds: number[], id: string): Promise<boolean> {
  const [released] = await tx.db
    .update(messages)
    .set({ params: sql`${messages.params} - 'heldUntil'` })
    .where(
      and(
        eq(messages.id, id),
        inArray(messages.ticketId, ticketIds),
        eq(messages.status, 'queued'),
        sql`${held} is not null`,
      ),
    )
    .returning({ id: messages.id })
  if (!released) return false
  await enqueue(tx, 'send-message', { messageId: id }, { key: `message:${id}` })
  return true
}
