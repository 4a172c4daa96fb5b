import { z } from 'zod'
import { writeToCustomer } from '#app/domain/messages/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { text } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { findTicket } from './find-ticket.server.ts'
import { liveVisits } from './live-visits.server.ts'
import { moveTicket } from './move-ticket.server.ts'
import { makePrivateLink } from './private-link.server.ts'
import { recordEvent } from './record-event.server.ts'
import { refuseUnseen, seen } from './refuse-unseen.server.ts'

export const ResolveTicketForm = z.object({ solution: text(5000), seen })
export type ResolveTicketForm = z.output<typeof ResolveTicketForm>

/** IN-7: says how it was solved, and tells the customer. */
export async function resolveTicket(
  ctx: Ctx,
  number: string,
  { solution, seen }: ResolveTicketForm,
): Promise<void> {
  authorize(ctx.actor, 'ticket:resolve')
  const me = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, number, { lock: true })
    if (ticket.status === 'resolved' && ticket.solution === solution) return
    await refuseUnseen(tx, me, ticket, seen)
    if ((await liveVisits(tx, ticket)).length > 0) throw refused('visitStillPlanned')
    await moveTicket(tx, ticket, 'resolved', { solution, resolvedAt: tx.now() })
    await recordEvent(tx, ticket, 'resolved', { status: [ticket.status, 'resolved'], solution })
    await writeToCustomer(tx, {
      to: ticket,
      template: 'ticket-resolved',
      ticketId: ticket.id,
      facts: {
        name: ticket.name,
        number: ticket.number,
        solution,
        linkId: await makePrivateLink(tx, { purpose: 'track', ticketId: ticket.id }),
      },
    })
  })
}
