import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { ticketMessages } from '#db/schema/tickets.ts'
import { writeToCustomer } from '#app/domain/messages/index.server.ts'
import { unfilledIn } from '#app/domain/phrases/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { submissionKey, text } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { attachFiles, type KeptFile } from './attach-files.server.ts'
import { findTicket, refuseErased, type Ticket } from './find-ticket.server.ts'
import { makePrivateLink } from './private-link.server.ts'
import { recordEvent } from './record-event.server.ts'
import { refuseUnseen, seen } from './refuse-unseen.server.ts'
import { spokeJustNow } from './spoke-just-now.server.ts'

export const WriteMessageForm = z.object({
  /** KB-2: a phrase's place that nobody filled isn't sent to a customer. */
  body: text(5000).refine((body) => unfilledIn(body).length === 0, 'validation:unfilled'),
  submissionKey,
  /** Not kept for the morning. */
  now: z.literal('on').optional(),
  seen,
})
export type WriteMessageForm = z.output<typeof WriteMessageForm>

/** Writes to the customer: on their private page, and by whichever channel reaches them. */
export async function writeMessage(
  ctx: Ctx,
  number: string,
  message: WriteMessageForm,
  files: KeptFile[] = [],
): Promise<void> {
  authorize(ctx.actor, 'ticket:message')
  const author = ctx.actor
  await inTransaction(ctx, async (tx) => {
    await addMessage(tx, author, await findTicket(tx, number, { lock: true }), message, files)
  })
}

/** The same inside a verb that does more; the same key again sends nothing. */
export async function addMessage(
  tx: Tx,
  author: StaffActor,
  ticket: Ticket,
  { body, submissionKey, now, seen }: WriteMessageForm,
  files: KeptFile[] = [],
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
  refuseErased(ticket)
  await refuseUnseen(tx, author, ticket, seen)
  const to = { ticketId: ticket.id, messageId: added.id }
  const attached = await attachFiles(tx, author, to, files)
  await recordEvent(tx, ticket, 'message_to_customer', countOf(attached))
  const mailId = await writeToCustomer(tx, {
    to: ticket,
    template: 'message-to-customer',
    ticketId: ticket.id,
    atOnce: now !== undefined || (await spokeJustNow(tx, ticket)),
    facts: {
      name: ticket.name,
      number: ticket.number,
      author: author.name,
      body,
      linkId: await makePrivateLink(tx, { purpose: 'track', ticketId: ticket.id }),
      ...(attached.length > 0 ? { files: attached } : {}),
    },
  })
  await tx.db.update(ticketMessages).set({ mailId }).where(eq(ticketMessages.id, added.id))
}

const countOf = (files: unknown[]) => (files.length > 0 ? { count: files.length } : {})
