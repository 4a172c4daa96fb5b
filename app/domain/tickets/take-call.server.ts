import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { ticketMessages, tickets } from '#db/schema/tickets.ts'
import { openTicketStatuses } from '#db/vocabulary/tickets.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { submissionKey, text } from '#app/platform/fields.ts'
import { authorize, may } from '#app/platform/permissions.ts'
import { findTicket } from './find-ticket.server.ts'
import { recordEvent } from './record-event.server.ts'

export const TakeCallForm = z.object({ submissionKey, description: text(5000) })
export type TakeCallForm = z.output<typeof TakeCallForm>

/**
 * IN-6: somebody calls again about a matter that is open; what they say is put on it instead of on a ticket of its own.
 * The same form twice is one.
 */
export async function takeCall(
  ctx: Ctx,
  number: string,
  { submissionKey, description }: TakeCallForm,
): Promise<void> {
  authorize(ctx.actor, 'ticket:register')
  const { actor } = ctx
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, number, { lock: true })
    const [same] = await tx.db
      .select({ id: ticketMessages.id })
      .from(ticketMessages)
      .where(eq(ticketMessages.submissionKey, submissionKey))
    if (same) return
    if (!openTicketStatuses.some((status) => status === ticket.status)) {
      throw refused('ticketNotInState')
    }
    if (ticket.firstContactAt === null && may(actor, 'ticket:triage')) {
      await tx.db
        .update(tickets)
        .set({ firstContactAt: tx.now(), updatedAt: tx.now() })
        .where(eq(tickets.id, ticket.id))
      await recordEvent(tx, ticket, 'first_contact')
    }
    const [message] = await tx.db
      .insert(ticketMessages)
      .values({
        ticketId: ticket.id,
        direction: 'from_customer',
        authorId: actor.id,
        body: description,
        submissionKey,
        createdAt: tx.now(),
      })
      .returning({ id: ticketMessages.id })
    await recordEvent(tx, ticket, 'message_from_customer', { messageId: message!.id })
  })
}
