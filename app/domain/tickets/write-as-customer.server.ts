import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { ticketMessages } from '#db/schema/tickets.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { tooMany } from '#app/platform/errors.ts'
import { submissionKey, text } from '#app/platform/fields.ts'
import { countAttempt } from '#app/platform/limits.server.ts'
import { findTicketById } from './find-ticket.server.ts'
import { recordEvent } from './record-event.server.ts'

export const messageLength = 2000
export const CustomerMessageForm = z.object({
  body: text(messageLength, 'validation:message'),
  submissionKey,
})

const perTicket = { name: 'customer-message', attempts: 40, seconds: 3600 }

/** Adds what the customer writes to the conversation; the same form sent twice is one message. @throws DomainError too_many */
export async function writeAsCustomer(
  ctx: Ctx<CustomerActor>,
  { body, submissionKey }: z.output<typeof CustomerMessageForm>,
): Promise<void> {
  const wait = await countAttempt(ctx, perTicket, String(ctx.actor.ticketId))
  if (wait > 0) throw tooMany('wroteTooOften', wait)
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicketById(tx, ctx.actor.ticketId, { lock: true })
    const [same] = await tx.db
      .select({ id: ticketMessages.id })
      .from(ticketMessages)
      .where(eq(ticketMessages.submissionKey, submissionKey))
    if (same) return
    const [message] = await tx.db
      .insert(ticketMessages)
      .values({
        ticketId: ticket.id,
        direction: 'from_customer',
        body,
        submissionKey,
        createdAt: tx.now(),
      })
      .returning({ id: ticketMessages.id })
    await recordEvent(tx, ticket, 'message_from_customer', { messageId: message!.id })
  })
}
