import type { z } from 'zod'
import { openTicketStatuses } from '#db/vocabulary/tickets.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused, tooMany } from '#app/platform/errors.ts'
import { countAttempt } from '#app/platform/limits.server.ts'
import type { CustomerWordsForm } from './customer-words-form.ts'
import { findTicketById } from './find-ticket.server.ts'
import { recordEvent } from './record-event.server.ts'
import { saidWith, sayAsCustomer } from './said-by-customer.server.ts'

const perTicket = { name: 'unsolved', attempts: 10, seconds: 3600 }

/**
 * IN-7: the customer of an ended matter says that it isn't solved, or needed after all: before the desk at once, which
 * calls them and reopens it. The same form sent twice is one.
 * @throws DomainError conflict `matterGoesOn`, `ticketMerged`; too_many
 */
export async function tellUnsolved(
  ctx: Ctx<CustomerActor>,
  { words, submissionKey }: z.output<typeof CustomerWordsForm>,
): Promise<void> {
  const wait = await countAttempt(ctx, perTicket, String(ctx.actor.ticketId))
  if (wait > 0) throw tooMany('wroteTooOften', wait)
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicketById(tx, ctx.actor.ticketId, { lock: true })
    if ((await saidWith(tx, submissionKey)) !== null) return
    if (ticket.mergedIntoId !== null) throw refused('ticketMerged')
    if (openTicketStatuses.some((status) => status === ticket.status)) throw refused('matterGoesOn')
    const how = ticket.status === 'cancelled' ? 'cancelled' : 'solved'
    const body = [translate(tx.locale)(`track:unsolved.message.${how}`), words]
    await sayAsCustomer(tx, ticket, { body: body.filter(Boolean).join('\n'), submissionKey })
    await recordEvent(tx, ticket, 'unsolved_told', { note: words })
  })
}
