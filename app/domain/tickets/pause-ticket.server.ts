import { z } from 'zod'
import type { TicketStatus } from '#db/vocabulary/tickets.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { invalid, refused } from '#app/platform/errors.ts'
import { text } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { findTicket } from './find-ticket.server.ts'
import { liveVisits } from './live-visits.server.ts'
import { moveTicket } from './move-ticket.server.ts'
import { recordEvent } from './record-event.server.ts'
import { refuseUnseen, seen } from './refuse-unseen.server.ts'

export const PauseTicketForm = z.object({
  reason: text(500),
  /** The day to look at it again, `YYYY-MM-DD`. */
  until: z.iso.date({ message: 'validation:day' }),
  seen,
})
export type PauseTicketForm = z.output<typeof PauseTicketForm>

/** @throws DomainError invalid `pauseInPast` */
export function refusePastDay(ctx: Ctx, until: string): void {
  if (until <= dayOf(ctx.now())) throw invalid('pauseInPast')
}

/**
 * IN-7: puts a ticket aside, with a reason and a day to look again.
 * @returns where it stood before
 */
export async function pauseTicket(
  ctx: Ctx,
  number: string,
  { reason, until, seen }: PauseTicketForm,
): Promise<TicketStatus> {
  authorize(ctx.actor, 'ticket:triage')
  const me = ctx.actor
  return inTransaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, number, { lock: true })
    if (ticket.status === 'paused' && ticket.pauseReason === reason && ticket.pausedUntil === until)
      return 'paused'
    await refuseUnseen(tx, me, ticket, seen)
    refusePastDay(tx, until)
    if ((await liveVisits(tx, ticket)).length > 0) throw refused('visitStillPlanned')
    await moveTicket(tx, ticket, 'paused', { pauseReason: reason, pausedUntil: until })
    await recordEvent(tx, ticket, 'paused', { status: [ticket.status, 'paused'], reason, until })
    return ticket.status
  })
}
