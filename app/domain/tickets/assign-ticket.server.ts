import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { tickets } from '#db/schema/tickets.ts'
import { openTicketStatuses } from '#db/vocabulary/tickets.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { invalid, refused } from '#app/platform/errors.ts'
import { version } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { refuseOwnerItIsAbout } from './about-them.server.ts'
import { findTicket, refuseStale, type Ticket } from './find-ticket.server.ts'
import { listOwners, namesOf } from './list-owners.server.ts'
import { recordEvent } from './record-event.server.ts'

const choose = { message: 'validation:choose' }

/** A colleague's key; empty for nobody. */
export const chosenOwner = z
  .union([z.literal(''), z.uuid(choose)], choose)
  .transform((value) => (value === '' ? null : value))

export const AssignTicketForm = z.object({ owner: chosenOwner, version })
export type AssignTicketForm = z.output<typeof AssignTicketForm>

/**
 * Gives an open ticket to a colleague, or to nobody yet.
 * @returns whose it was and the ticket's version since, for taking it back
 * @throws DomainError conflict when a colleague changed the ticket meanwhile
 */
export async function assignTicket(
  ctx: Ctx,
  number: string,
  { owner, version }: AssignTicketForm,
): Promise<{ from: string | null; version: number }> {
  authorize(ctx.actor, 'ticket:triage')
  return inTransaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, number, { lock: true })
    const from = ticket.ownerId
    if (from === owner) return { from, version: ticket.version }
    if (!openTicketStatuses.some((status) => status === ticket.status))
      throw refused('ticketNotInState')
    refuseStale(ticket, version)
    if (owner !== null && !(await listOwners(tx)).some(({ id }) => id === owner))
      throw invalid('ownerNotPossible')
    await giveToOwner(tx, ticket, owner)
    return { from, version: ticket.version + 1 }
  })
}

/**
 * The same inside a verb that has seen who may own it. The caller holds the ticket's lock.
 * @throws DomainError invalid `ownerNotPossible` when it is a complaint about them (CP-1)
 */
export async function giveToOwner(tx: Tx, ticket: Ticket, owner: string | null): Promise<void> {
  await refuseOwnerItIsAbout(tx, ticket, owner)
  await tx.db
    .update(tickets)
    .set({ ownerId: owner, version: sql`${tickets.version} + 1`, updatedAt: tx.now() })
    .where(eq(tickets.id, ticket.id))
  const names = await namesOf(tx, [ticket.ownerId, owner])
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  await recordEvent(tx, ticket, 'owner_changed', {
    owner: [nameOf(ticket.ownerId), nameOf(owner)],
  })
}
