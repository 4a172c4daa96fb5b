import { and, eq, isNull } from 'drizzle-orm'
import { attachments } from '#db/schema/tickets.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { recordEvent } from './record-event.server.ts'
import { keepSaid, saidWith } from './said-by-customer.server.ts'

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
  const messageId = await keepSaid(tx, ticket, { body, submissionKey })
  if (messageId === null) return (await saidWith(tx, submissionKey))!
  await tx.db
    .update(attachments)
    .set({ ticketId: ticket.id, messageId })
    .where(and(eq(attachments.inboundId, inboundId), isNull(attachments.messageId)))
  await recordEvent(tx, ticket, 'mail_received', { messageId })
  return messageId
}
