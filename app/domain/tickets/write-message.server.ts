import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { ticketMessages } from '#db/schema/tickets.ts'
import { writeToCustomer } from '#app/domain/messages/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { submissionKey, text } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { findTicket, type Ticket } from './find-ticket.server.ts'
import { makePrivateLink } from './private-link.server.ts'
import { recordEvent } from './record-event.server.ts'

export const WriteMessageForm = z.object({ body: text(5000), submissionKey })
export type WriteMessageForm = z.output<typeof WriteMessageForm>

/** Writes to the customer: on their private page, and by whichever channel reaches them. */
export async function writeMessage(
  ctx: Ctx,
  number: string,
  message: WriteMessageForm,
): Promise<void> {
  authorize(ctx.actor, 'ticket:message')
  const author = ctx.actor
  await inTransaction(ctx, async (tx) => {
    await addMessage(tx, author, await findTicket(tx, number), message)
  })
}

/** The same inside a verb that does more; the same key again sends nothing. */
export async function addMessage(
  tx: Tx,
  author: StaffActor,
  ticket: Ticket,
  { body, submissionKey }: WriteMessageForm,
): Promise<void> {
  const [added] = await tx.db
    .insert(ticketMessages)
    .values({
      ticketId: ticket.id,
      direction: 'to_customer',
      authorId: author.id,
      body,
      submissionKey,
      createdAt: tx.now(),
    })
    .onConflictDoNothing({ target: ticketMessages.submissionKey })
    .returning({ id: ticketMessages.id })
  if (!added) return
  await recordEvent(tx, ticket, 'message_to_customer')
  const mailId = await writeToCustomer(tx, {
    to: ticket,
    template: 'message-to-customer',
    ticketId: ticket.id,
    facts: {
      name: ticket.name,
      number: ticket.number,
      author: author.name,
      body,
      linkId: await makePrivateLink(tx, { purpose: 'track', ticketId: ticket.id }),
    },
  })
  await tx.db.update(ticketMessages).set({ mailId }).where(eq(ticketMessages.id, added.id))
}
