import { z } from 'zod'
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

/** IN-7: puts a ticket aside, with a reason and a day to look again. */
export async function pauseTicket(
  ctx: Ctx,
  number: string,
  { reason, until, seen }: PauseTicketForm,
): Promise<void> {
  authorize(ctx.actor, 'ticket:triage')
  const me = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, number, { lock: true })
    if (ticket.status === 'paused' && ticket.pauseReason === reason && ticket.pausedUntil === until)
      return
    await refuseUnseen(tx, me, ticket, seen)
    if (until <= dayOf(tx.now())) throw invalid('pauseInPast')
    if ((await liveVisits(tx, ticket)).length > 0) throw refused('visitStillPlanned')
    await moveTicket(tx, ticket, 'paused', { pauseReason: reason, pausedUntil: until })
    await recordEvent(tx, ticket, 'paused', { status: [ticket.status, 'paused'], reason, until })
  })
}
