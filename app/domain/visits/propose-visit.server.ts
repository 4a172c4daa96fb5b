import { and, eq } from 'drizzle-orm'
import { visits } from '#db/schema/visits.ts'
import type { TicketStatus } from '#db/vocabulary/tickets.ts'
import { findTicket, recordEvent } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { ProposeVisitForm } from './propose-visit-form.ts'
import { windowOf } from './window.server.ts'

/** A ticket in one of these may have a visit. */
export const visitableTicketStatuses: readonly TicketStatus[] = [
  'triaged',
  'scheduled',
  'in_progress',
]

/**
 * Offers a visit on a ticket; a crew comes later. The same offer twice is one visit.
 * @returns the visit's key
 */
export async function proposeVisit(
  ctx: Ctx,
  number: string,
  form: ProposeVisitForm,
): Promise<number> {
  authorize(ctx.actor, 'visit:propose')
  const { id: proposedBy } = ctx.actor
  return inTransaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, number, { lock: true })
    if (!visitableTicketStatuses.includes(ticket.status)) throw refused('visitTicketNotReady')
    const window = windowOf(form, tx.now())
    const facts = {
      ticketId: ticket.id,
      skill: form.skill,
      work: form.work,
      windowStart: window.start,
      windowEnd: window.end,
      durationMinutes: form.duration,
    }
    const [same] = await tx.db
      .select({ id: visits.id })
      .from(visits)
      .where(
        and(
          eq(visits.ticketId, ticket.id),
          eq(visits.status, 'proposed'),
          eq(visits.skill, facts.skill),
          eq(visits.work, facts.work),
          eq(visits.windowStart, facts.windowStart),
          eq(visits.windowEnd, facts.windowEnd),
          eq(visits.durationMinutes, facts.durationMinutes),
        ),
      )
    if (same) return same.id
    const [visit] = await tx.db
      .insert(visits)
      .values({ ...facts, proposedBy, createdAt: tx.now() })
      .returning({ id: visits.id })
    await recordEvent(
      tx,
      ticket,
      'visit_proposed',
      { start: window.start.toISOString(), end: window.end.toISOString(), skill: form.skill },
      visit,
    )
    return visit!.id
  })
}
