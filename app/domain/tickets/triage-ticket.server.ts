import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { tickets } from '#db/schema/tickets.ts'
import { openTicketStatuses, ticketKinds } from '#db/vocabulary/tickets.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { invalid, refused } from '#app/platform/errors.ts'
import { line, optionalText, submissionKey, version } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { refuseOwnerItIsAbout } from './about-them.server.ts'
import { findTicket, refuseStale, type Ticket } from './find-ticket.server.ts'
import { listOwners, namesOf } from './list-owners.server.ts'
import { moveTicket } from './move-ticket.server.ts'
import { refuseNotOffered } from './offered-category.server.ts'
import { recordEvent } from './record-event.server.ts'
import { addMessage } from './write-message.server.ts'
import { addNote } from './write-note.server.ts'

const choose = { message: 'validation:choose' }

export const TriageTicketForm = z.object({
  version,
  submissionKey,
  kind: z.enum(ticketKinds, choose),
  severity: z.coerce
    .number(choose)
    .pipe(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)], choose)),
  category: line(40, 'validation:choose'),
  /** A colleague's key; empty for nobody yet. */
  owner: z
    .union([z.literal(''), z.uuid(choose)], choose)
    .optional()
    .transform((value) => (value ? value : null)),
  note: optionalText(5000),
  message: optionalText(5000),
})
export type TriageTicketForm = z.output<typeof TriageTicketForm>

/**
 * Assesses a ticket (IN-4), or corrects what was assessed. A new one becomes triaged; one that becomes severity 1
 * goes before the after-sales manager at once (IN-5). The same form twice is done once.
 * @throws DomainError conflict when a colleague changed the ticket meanwhile
 */
export async function triageTicket(
  ctx: Ctx,
  number: string,
  form: TriageTicketForm,
): Promise<void> {
  authorize(ctx.actor, 'ticket:triage')
  const author = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, number, { lock: true })
    if (!isOpen(ticket)) throw refused('ticketNotInState')
    const { kind, severity, category, owner: ownerId } = form
    const facts = { kind, severity, category, ownerId }
    if (!sameFacts(ticket, facts)) refuseStale(ticket, form.version)
    if (ownerId !== null && ownerId !== ticket.ownerId) {
      const owners = await listOwners(tx)
      if (!owners.some((owner) => owner.id === ownerId)) throw invalid('ownerNotPossible')
      await refuseOwnerItIsAbout(tx, { ...ticket, kind }, ownerId)
    }
    await refuseNotOffered(tx, category, ticket.category)
    const changes = changesOf(ticket, facts)
    if (ticket.status === 'new') {
      await moveTicket(tx, ticket, 'triaged', facts)
      await recordEvent(tx, ticket, 'triaged', { status: ['new', 'triaged'], ...changes })
    } else if (Object.keys(changes).length > 0 || ticket.ownerId !== ownerId) {
      await tx.db
        .update(tickets)
        .set({ ...facts, version: sql`${tickets.version} + 1`, updatedAt: tx.now() })
        .where(eq(tickets.id, ticket.id))
      // One that was given a visit as it came in was not assessed before.
      const what = ticket.severity === null ? 'triaged' : 'facts_changed'
      if (Object.keys(changes).length > 0) await recordEvent(tx, ticket, what, changes)
    }
    if (ticket.ownerId !== ownerId) {
      const names = await namesOf(tx, [ticket.ownerId, ownerId])
      const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
      await recordEvent(tx, ticket, 'owner_changed', {
        owner: [nameOf(ticket.ownerId), nameOf(ownerId)],
      })
    }
    if (severity === 1 && ticket.severity !== 1) await recordEvent(tx, ticket, 'escalated')
    const { submissionKey } = form
    if (form.note) await addNote(tx, author, ticket, { body: form.note, submissionKey })
    if (form.message) {
      authorize(tx.actor, 'ticket:message')
      await addMessage(tx, author, ticket, { body: form.message, submissionKey })
    }
  })
}

type Facts = Pick<Ticket, 'kind' | 'severity' | 'category' | 'ownerId'>

const isOpen = (ticket: Ticket) => openTicketStatuses.some((status) => status === ticket.status)

const sameFacts = (ticket: Ticket, facts: Facts) =>
  ticket.status !== 'new' &&
  ticket.ownerId === facts.ownerId &&
  Object.keys(changesOf(ticket, facts)).length === 0

function changesOf(ticket: Ticket, facts: Facts): Record<string, [unknown, unknown]> {
  const fields = ['kind', 'severity', 'category'] as const
  return Object.fromEntries(
    fields
      .filter((field) => ticket[field] !== facts[field])
      .map((field) => [field, [ticket[field], facts[field]] as [unknown, unknown]]),
  )
}
