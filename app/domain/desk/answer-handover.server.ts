import { openTicketStatuses } from '#db/vocabulary/tickets.ts'
import { findTicket, recordEvent, type Ticket } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { forbidden, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { giveTo, ownersNamed } from './hand-over.server.ts'
import type { AnswerHandoverForm } from './handover-form.ts'
import { closeHandover, type Handover, lastHandover } from './open-handover.server.ts'

/**
 * IN-9: whoever gets a ticket takes it, or declines it with a reason; whoever handed it over may have it back while
 * nobody has answered. The same answer twice is one.
 * @throws DomainError forbidden; conflict `handoverOver`, `ticketNotInState`
 */
export async function answerHandover(
  ctx: Ctx,
  number: string,
  { answer, reason }: AnswerHandoverForm,
): Promise<void> {
  authorize(ctx.actor, 'ticket:triage')
  const me = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, number, { lock: true })
    const handover = await lastHandover(tx, ticket.id)
    if (!handover) throw refused('handoverOver')
    if (me.id !== (answer === 'back' ? handover.by : handover.toId)) throw forbidden()
    if (handover.takenAt || handover.declinedAt) {
      if (answer === 'take' ? handover.takenAt : handover.declinedAt) return
      throw refused('handoverOver')
    }
    if (answer === 'take') return take(tx, ticket, handover)
    await closeHandover(tx, handover.id, { declinedAt: tx.now(), reason })
    const owner = await ownersNamed(tx, ticket.ownerId, handover.toId)
    await recordEvent(tx, ticket, 'handover_declined', {
      ...(answer === 'back' ? { back: true } : { reason }),
      colleague: owner[1],
    })
  })
}

async function take(tx: Tx, ticket: Ticket, handover: Handover): Promise<void> {
  if (!openTicketStatuses.some((status) => status === ticket.status)) {
    throw refused('ticketNotInState')
  }
  await closeHandover(tx, handover.id, { takenAt: tx.now() })
  await giveTo(tx, ticket, handover.toId)
  const owner = await ownersNamed(tx, ticket.ownerId, handover.toId)
  await recordEvent(tx, ticket, 'handover_taken', { owner })
}
