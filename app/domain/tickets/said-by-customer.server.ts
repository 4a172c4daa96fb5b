import { eq } from 'drizzle-orm'
import { ticketMessages } from '#db/schema/tickets.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { recordEvent } from './record-event.server.ts'

/** What a form already put into the conversation; null when it is new. */
export async function saidWith(tx: Tx, submissionKey: string): Promise<number | null> {
  const [same] = await tx.db
    .select({ id: ticketMessages.id })
    .from(ticketMessages)
    .where(eq(ticketMessages.submissionKey, submissionKey))
  return same?.id ?? null
}

/** Puts what a customer says into the conversation. @returns null when the same form did so before */
export async function keepSaid(
  tx: Tx,
  ticket: { id: number },
  said: {
    body: string
    submissionKey: string
    /** The colleague who was told. */
    authorId?: string
  },
): Promise<number | null> {
  const [added] = await tx.db
    .insert(ticketMessages)
    .values({ ...said, ticketId: ticket.id, direction: 'from_customer', createdAt: tx.now() })
    .onConflictDoNothing({ target: ticketMessages.submissionKey })
    .returning({ id: ticketMessages.id })
  return added?.id ?? null
}

/** The same of what the customer says themselves, with its place in the history. @returns null when it was there */
export async function sayAsCustomer(
  tx: Tx,
  ticket: { id: number },
  said: { body: string; submissionKey: string },
): Promise<number | null> {
  const messageId = await keepSaid(tx, ticket, said)
  if (messageId !== null) await recordEvent(tx, ticket, 'message_from_customer', { messageId })
  return messageId
}
