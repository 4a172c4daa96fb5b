import { z } from 'zod'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { text } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { findTicket, type Ticket } from './find-ticket.server.ts'
import { moveTicket } from './move-ticket.server.ts'
import { recordEvent } from './record-event.server.ts'
import { doneSince, refuseUnseen, seen } from './refuse-unseen.server.ts'

export const ReopenTicketForm = z.object({ reason: text(500), seen })
export type ReopenTicketForm = z.output<typeof ReopenTicketForm>

const ended = ['resolved', 'closed', 'cancelled'] as const

/** IN-7: takes an ended matter up again; how it had been solved stays in its history. */
export async function reopenTicket(
  ctx: Ctx,
  number: string,
  { reason, seen }: ReopenTicketForm,
): Promise<void> {
  authorize(ctx.actor, 'ticket:resolve')
  const me = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, number, { lock: true })
    if (ticket.status === 'triaged' && (await doneSince(tx, me, ticket, 'reopened', seen))) return
    if (ticket.mergedIntoId !== null) throw refused('ticketMerged')
    if (!ended.some((status) => status === ticket.status)) throw refused('ticketNotInState')
    await refuseUnseen(tx, me, ticket, seen)
    await reopen(tx, ticket, reason)
  })
}

/** The same inside a verb that does more. The caller holds its lock. @throws DomainError conflict */
export async function reopen(tx: Tx, ticket: Ticket, reason: string): Promise<void> {
  await moveTicket(tx, ticket, 'triaged', { solution: null, resolvedAt: null, closedAt: null })
  await recordEvent(tx, ticket, 'reopened', { status: [ticket.status, 'triaged'], reason })
}
