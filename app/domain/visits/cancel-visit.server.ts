import { and, eq, inArray, ne, notInArray } from 'drizzle-orm'
import { visits } from '#db/schema/visits.ts'
import { canMoveVisit } from '#db/vocabulary/visits.ts'
import { moveTicket, recordEvent, type Ticket } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { CancelVisitForm } from './cancel-visit-form.ts'
import { changeVisit, lockVisit, refuseStale, type Visit } from './find-visit.server.ts'
import { tellCancelled, wasTold } from './tell-customer.server.ts'

/** Cancels a visit and frees its crew; a ticket left without a visit goes back to the desk. */
export async function cancelVisit(ctx: Ctx, id: number, form: CancelVisitForm): Promise<void> {
  authorize(ctx.actor, 'visit:change')
  await inTransaction(ctx, async (tx) => {
    const { visit, ticket } = await lockVisit(tx, id)
    refuseStale(visit, form.version)
    if (visit.status === 'cancelled') throw refused('visitCancelled')
    if (!canMoveVisit(visit.status, 'cancelled')) throw refused('visitNotInState')
    await cancel(tx, ticket, visit, form.reason)
    const waits = ticket.status === 'scheduled' || ticket.status === 'in_progress'
    if (waits && !(await hasLiveVisit(tx, ticket.id, id))) await moveTicket(tx, ticket, 'triaged')
  })
}

/**
 * Cancels what is still to come of a ticket's visits, when the ticket itself ends. The caller holds the ticket's
 * lock and looks after its status.
 * @throws DomainError conflict when a crew is at work there
 */
export async function cancelVisitsOfTicket(tx: Tx, ticket: Ticket, reason: string): Promise<void> {
  const live = await tx.db
    .select()
    .from(visits)
    .where(
      and(eq(visits.ticketId, ticket.id), notInArray(visits.status, ['finished', 'cancelled'])),
    )
    .orderBy(visits.id)
    .for('update')
  for (const visit of live) {
    if (!canMoveVisit(visit.status, 'cancelled')) throw refused('visitUnderWay')
    await cancel(tx, ticket, visit, reason)
  }
}

/** Whether a ticket has a visit that is still to come or under way. */
export async function hasLiveVisit(ctx: Ctx, ticketId: number, exceptId = 0): Promise<boolean> {
  const [live] = await ctx.db
    .select({ id: visits.id })
    .from(visits)
    .where(
      and(
        eq(visits.ticketId, ticketId),
        ne(visits.id, exceptId),
        inArray(visits.status, ['proposed', 'confirmed', 'on_the_way', 'arrived', 'working']),
      ),
    )
    .limit(1)
  return live !== undefined
}

async function cancel(tx: Tx, ticket: Ticket, visit: Visit, reason: string): Promise<void> {
  const told = await wasTold(tx, visit)
  await changeVisit(tx, visit, {
    status: 'cancelled',
    cancelledAt: tx.now(),
    cancelReason: reason,
  })
  await recordEvent(
    tx,
    ticket,
    'visit_cancelled',
    {
      start: visit.windowStart.toISOString(),
      end: visit.windowEnd.toISOString(),
      reason,
      told,
    },
    visit,
  )
  if (told) await tellCancelled(tx, ticket, visit, reason)
}
