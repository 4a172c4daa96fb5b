import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { tickets } from '#db/schema/tickets.ts'
import { openTicketStatuses } from '#db/vocabulary/tickets.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { submissionKey, text } from '#app/platform/fields.ts'
import { authorize, may } from '#app/platform/permissions.ts'
import { callChannels } from './call-channels.ts'
import { findTicket } from './find-ticket.server.ts'
import { recordEvent } from './record-event.server.ts'
import { keepSaid, saidWith } from './said-by-customer.server.ts'

export const TakeCallForm = z.object({
  submissionKey,
  description: text(5000),
  /** How they came; a call where the form doesn't ask. */
  channel: z.enum(callChannels).optional().catch(undefined),
})
export type TakeCallForm = z.output<typeof TakeCallForm>

/**
 * IN-6: somebody calls again about a matter that is open; what they say is put on it instead of on a ticket of its own,
 * as written down by whoever took the call. The same form twice is one.
 */
export async function takeCall(
  ctx: Ctx,
  number: string,
  { submissionKey, description, channel = 'phone' }: TakeCallForm,
): Promise<void> {
  authorize(ctx.actor, 'ticket:register')
  const { actor } = ctx
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, number, { lock: true })
    if ((await saidWith(tx, submissionKey)) !== null) return
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
    const said = { body: description, submissionKey, authorId: actor.id }
    const messageId = await keepSaid(tx, ticket, said)
    await recordEvent(tx, ticket, 'message_from_customer', { messageId, channel })
  })
}
