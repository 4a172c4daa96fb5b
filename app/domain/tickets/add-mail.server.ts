import { and, eq, isNull } from 'drizzle-orm'
import { attachments, ticketMessages } from '#db/schema/tickets.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { recordEvent } from './record-event.server.ts'

/**
 * Puts what a customer wrote by mail into the conversation, with its files; the same mail again is the same message.
 * @returns the message's key
 */
export async function addMail(
  tx: Tx,
  ticket: { id: number },
  { inboundId, body }: { inboundId: string; body: string },
): Promise<number> {
  const submissionKey = `mail-${inboundId}`
  const [added] = await tx.db
    .insert(ticketMessages)
    .values({
      ticketId: ticket.id,
      direction: 'from_customer',
      body,
      submissionKey,
      createdAt: tx.now(),
    })
    .onConflictDoNothing({ target: ticketMessages.submissionKey })
    .returning({ id: ticketMessages.id })
  if (!added) {
    const [before] = await tx.db
      .select({ id: ticketMessages.id })
      .from(ticketMessages)
      .where(eq(ticketMessages.submissionKey, submissionKey))
    return before!.id
  }
  await tx.db
    .update(attachments)
    .set({ ticketId: ticket.id, messageId: added.id })
    .where(and(eq(attachments.inboundId, inboundId), isNull(attachments.messageId)))
  await recordEvent(tx, ticket, 'mail_received', { messageId: added.id })
  return added.id
}
