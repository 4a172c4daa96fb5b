import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { ticketEvents, tickets } from '#db/schema/tickets.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { optionalText, submissionKey } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { findTicket, type Ticket } from './find-ticket.server.ts'
import { settleFollowUp } from './follow-up-at.server.ts'
import { recordEvent } from './record-event.server.ts'
import { refuseUnseen, seen } from './refuse-unseen.server.ts'
import { addNote } from './write-note.server.ts'

export const callOutcomes = ['reached', 'solved', 'no_answer'] as const

export const RecordFirstContactForm = z
  .object({
    submissionKey,
    outcome: z.enum(callOutcomes, { message: 'validation:choose' }),
    /** What was said; kept as a note for colleagues. */
    words: optionalText(5000),
    seen,
  })
  .refine((form) => form.outcome === 'no_answer' || form.words !== '', {
    path: ['words'],
    message: 'validation:required',
  })
export type RecordFirstContactForm = z.output<typeof RecordFirstContactForm>

/**
 * IN-2: the customer was called. Only a call that reached them counts as the first contact. The same form twice is one
 * call.
 * @throws DomainError conflict when a colleague changed the ticket meanwhile
 */
export async function recordFirstContact(
  ctx: Ctx,
  number: string,
  { submissionKey, outcome, words, seen }: RecordFirstContactForm,
): Promise<void> {
  authorize(ctx.actor, 'ticket:triage')
  const author = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, number, { lock: true })
    if (await recordedBefore(tx, ticket, submissionKey)) return
    await refuseUnseen(tx, author, ticket, seen)
    if (outcome === 'no_answer') {
      await recordEvent(tx, ticket, 'call_missed', { submissionKey })
    } else if (ticket.firstContactAt === null) {
      await tx.db
        .update(tickets)
        .set({ firstContactAt: tx.now(), updatedAt: tx.now() })
        .where(and(eq(tickets.id, ticket.id), isNull(tickets.firstContactAt)))
      await recordEvent(tx, ticket, 'first_contact', { submissionKey })
    } else {
      // They were reached: what they asked is answered.
      await settleFollowUp(tx, ticket, 'first_contact')
    }
    if (words) await addNote(tx, author, ticket, { body: words, submissionKey })
  })
}

async function recordedBefore(tx: Tx, { id }: Ticket, submissionKey: string): Promise<boolean> {
  const [before] = await tx.db
    .select({ id: ticketEvents.id })
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.ticketId, id),
        inArray(ticketEvents.kind, ['call_missed', 'first_contact']),
        sql`${ticketEvents.data} ->> 'submissionKey' = ${submissionKey}`,
      ),
    )
    .limit(1)
  return before !== undefined
}
