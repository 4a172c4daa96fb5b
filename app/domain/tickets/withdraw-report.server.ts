import type { z } from 'zod'
import type { TicketStatus } from '#db/vocabulary/tickets.ts'
import { caseOpenOf, withdrawUndecided } from '#app/domain/consequences/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import type { CustomerWordsForm } from './customer-words-form.ts'
import { findTicketById, type Ticket } from './find-ticket.server.ts'
import { madeVisits } from './live-visits.server.ts'
import { moveTicket } from './move-ticket.server.ts'
import { recordEvent } from './record-event.server.ts'
import { saidWith, sayAsCustomer } from './said-by-customer.server.ts'

const notBegun: readonly TicketStatus[] = ['new', 'triaged', 'paused']

/** Whether the customer may take it back themselves: nobody comes, and nobody has come. */
export async function mayWithdraw(
  ctx: Ctx,
  ticket: Pick<Ticket, 'id' | 'status' | 'mergedIntoId'>,
): Promise<boolean> {
  if (ticket.mergedIntoId !== null || !notBegun.includes(ticket.status)) return false
  const open = await caseOpenOf(ctx, ticket.id)
  if (open && open.status !== 'asked') return false
  return (await madeVisits(ctx, ticket)).length === 0
}

/**
 * IN-7: the customer takes a report back while nothing is booked for it; it can be taken up again. The same form twice
 * is one.
 * @throws DomainError conflict `notToWithdraw`
 */
export async function withdrawReport(
  ctx: Ctx<CustomerActor>,
  { words, submissionKey }: z.output<typeof CustomerWordsForm>,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicketById(tx, ctx.actor.ticketId, { lock: true })
    if ((await saidWith(tx, submissionKey)) !== null) return
    if (!(await mayWithdraw(tx, ticket))) throw refused('notToWithdraw')
    const t = translate(tx.locale)
    const repair = ticket.kind === 'repair'
    const said = t(repair ? 'track:withdrawal.message' : 'track:withdrawal.messageOther')
    const body = [said, words].filter(Boolean).join('\n')
    await sayAsCustomer(tx, ticket, { body, submissionKey })
    await withdrawUndecided(tx, ticket.id, body)
    await moveTicket(tx, ticket, 'cancelled', { closedAt: tx.now() })
    await recordEvent(tx, ticket, 'cancelled', {
      status: [ticket.status, 'cancelled'],
      reason: words,
    })
  })
}
