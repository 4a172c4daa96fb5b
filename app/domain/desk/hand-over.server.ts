import { eq, sql } from 'drizzle-orm'
import { handovers } from '#db/schema/desk.ts'
import { tickets } from '#db/schema/tickets.ts'
import { openTicketStatuses } from '#db/vocabulary/tickets.ts'
import {
  findTicket,
  listOwners,
  namesOf,
  recordEvent,
  refuseOwnerItIsAbout,
  type Ticket,
} from '#app/domain/tickets/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { invalid, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { HandOverForm } from './handover-form.ts'
import { closeHandover, openHandover } from './open-handover.server.ts'

/**
 * IN-9: passes a ticket on. It changes hands when whoever gets it has taken it; who takes it on themselves has it at
 * once. The same form twice is done once.
 * @throws DomainError conflict `ticketNotInState`, `handoverOpen`; invalid `ownerNotPossible`, `handoverNote`
 */
export async function handOver(ctx: Ctx, number: string, form: HandOverForm): Promise<void> {
  authorize(ctx.actor, 'ticket:triage')
  const by = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, number, { lock: true })
    const { to, note } = form
    const open = await openHandover(tx, ticket.id)
    if (open && open.toId === to && open.by === by.id && open.note === note) return
    if (to === by.id && ticket.ownerId === to) return
    if (!openTicketStatuses.some((status) => status === ticket.status)) {
      throw refused('ticketNotInState')
    }
    if (!(await listOwners(tx)).some(({ id }) => id === to)) throw invalid('ownerNotPossible')
    await refuseOwnerItIsAbout(tx, ticket, to)
    if (to === by.id) return takeOnOneself(tx, by, ticket)
    if (open) throw refused('handoverOpen')
    if (ticket.ownerId === to) throw invalid('handoverHasIt')
    if (note === '') throw invalid('handoverNote')
    await tx.db.insert(handovers).values({
      ticketId: ticket.id,
      fromId: ticket.ownerId,
      toId: to,
      by: by.id,
      note,
      at: tx.now(),
    })
    const owner = await ownersNamed(tx, ticket.ownerId, to)
    await recordEvent(tx, ticket, 'handed_over', { owner, note })
  })
}

async function takeOnOneself(tx: Tx, me: StaffActor, ticket: Ticket): Promise<void> {
  const open = await openHandover(tx, ticket.id)
  if (open && open.toId !== me.id) throw refused('handoverOpen')
  if (open) await closeHandover(tx, open.id, { takenAt: tx.now() })
  await giveTo(tx, ticket, me.id)
  const owner = await ownersNamed(tx, ticket.ownerId, me.id)
  await recordEvent(tx, ticket, open ? 'handover_taken' : 'owner_changed', { owner })
}

/** The ticket is theirs from now on. */
export async function giveTo(tx: Tx, ticket: Ticket, ownerId: string): Promise<void> {
  await refuseOwnerItIsAbout(tx, ticket, ownerId)
  await tx.db
    .update(tickets)
    .set({ ownerId, version: sql`${tickets.version} + 1`, updatedAt: tx.now() })
    .where(eq(tickets.id, ticket.id))
}

/** From whom to whom, by name, as an event keeps it. */
export async function ownersNamed(tx: Tx, from: string | null, to: string) {
  const names = await namesOf(tx, [from, to])
  return [from === null ? null : (names.get(from) ?? null), names.get(to) ?? null]
}
