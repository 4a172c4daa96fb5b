import { and, eq, gt, inArray, ne, or } from 'drizzle-orm'
import { z } from 'zod'
import { ticketEvents } from '#db/schema/tickets.ts'
import type { TicketEventKind } from '#db/vocabulary/tickets.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { telling } from './telling-events.ts'

/** The last event that was on the page a form was filled on; a form that doesn't say is not held up. */
export const seen = z.coerce.number().int().positive().optional().catch(undefined)

/**
 * whoever writes, while somebody else does or says something, is shown that first; what they wrote stays.
 * The caller holds the ticket's lock.
 * @throws DomainError conflict `ticketChanged`
 */
export async function refuseUnseen(
  tx: Tx,
  actor: StaffActor,
  ticket: { id: number },
  seen: number | undefined,
): Promise<void> {
  if (seen === undefined) return
  const [unseen] = await tx.db
    .select({ id: ticketEvents.id })
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.ticketId, ticket.id),
        gt(ticketEvents.id, seen),
        inArray(ticketEvents.kind, [...telling]),
        or(eq(ticketEvents.actorKind, 'customer'), ne(ticketEvents.actorId, actor.id)),
      ),
    )
    .limit(1)
  if (unseen) throw refused('ticketChanged')
}

/** The same form twice: this colleague did so already, after the form was opened. The caller holds the ticket's lock. */
export async function doneSince(
  tx: Tx,
  actor: StaffActor,
  ticket: { id: number },
  kind: TicketEventKind,
  seen: number | undefined,
): Promise<boolean> {
  if (seen === undefined) return false
  const [done] = await tx.db
    .select({ id: ticketEvents.id })
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.ticketId, ticket.id),
        gt(ticketEvents.id, seen),
        eq(ticketEvents.kind, kind),
        eq(ticketEvents.actorId, actor.id),
      ),
    )
    .limit(1)
  return done !== undefined
}
