import { z } from 'zod'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { text } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { findTicket } from './find-ticket.server.ts'
import { liveVisits } from './live-visits.server.ts'
import { moveTicket } from './move-ticket.server.ts'
import { recordEvent } from './record-event.server.ts'
import { refuseUnseen, seen } from './refuse-unseen.server.ts'

export const CancelTicketForm = z.object({ reason: text(500), seen })
export type CancelTicketForm = z.output<typeof CancelTicketForm>

/** IN-7: the matter is given up; it can be reopened. */
export async function cancelTicket(
  ctx: Ctx,
  number: string,
  { reason, seen }: CancelTicketForm,
): Promise<void> {
  authorize(ctx.actor, 'ticket:resolve')
  const me = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, number, { lock: true })
    if (ticket.status === 'cancelled') return
    await refuseUnseen(tx, me, ticket, seen)
    if ((await liveVisits(tx, ticket)).length > 0) throw refused('visitStillPlanned')
    await moveTicket(tx, ticket, 'cancelled', { closedAt: tx.now() })
    await recordEvent(tx, ticket, 'cancelled', { status: [ticket.status, 'cancelled'], reason })
  })
}
