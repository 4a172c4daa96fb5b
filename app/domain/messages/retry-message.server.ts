import { and, eq } from 'drizzle-orm'
import { messages } from '#db/schema/messages.ts'
import { type Ctx, enqueue, inTransaction } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { isMessageKey } from './message-key.ts'
import { visibleMessages } from './visible-messages.server.ts'

/** Puts a mail that wasn't sent back into the queue; one that waits for the morning goes out now. @throws DomainError conflict when it was sent */
export async function retryMessage(ctx: Ctx, id: string): Promise<void> {
  authorize(ctx.actor, 'message-log:read')
  if (!isMessageKey(id)) throw notFound()
  await inTransaction(ctx, async (tx) => {
    const [message] = await tx.db
      .select({ status: messages.status })
      .from(messages)
      .where(and(eq(messages.id, id), visibleMessages(tx.actor)))
      .for('update')
    if (!message) throw notFound()
    if (message.status === 'sent') throw refused('messageSent')
    if (message.status === 'withdrawn') throw refused('messageWithdrawn')
    await tx.db
      .update(messages)
      .set({ status: 'queued', error: null, heldUntil: null })
      .where(eq(messages.id, id))
    await enqueue(tx, 'send-message', { messageId: id }, { key: `message:${id}` })
    await recordAudit(tx, 'message_retried', `message:${id}`, { from: message.status })
  })
}
