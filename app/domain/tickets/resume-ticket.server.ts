import { z } from 'zod'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { findTicket } from './find-ticket.server.ts'
import { moveTicket } from './move-ticket.server.ts'
import { recordEvent } from './record-event.server.ts'
import { doneSince, refuseUnseen, seen } from './refuse-unseen.server.ts'

export const ResumeTicketForm = z.object({ seen })
export type ResumeTicketForm = z.output<typeof ResumeTicketForm>

/** IN-7: takes a paused ticket up again; it waits for a visit or a solution like any assessed one. */
export async function resumeTicket(
  ctx: Ctx,
  number: string,
  { seen }: ResumeTicketForm = {},
): Promise<void> {
  authorize(ctx.actor, 'ticket:triage')
  const me = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, number, { lock: true })
    if (ticket.status === 'triaged' && (await doneSince(tx, me, ticket, 'resumed', seen))) return
    if (ticket.status !== 'paused') throw refused('ticketNotInState')
    await refuseUnseen(tx, me, ticket, seen)
    await moveTicket(tx, ticket, 'triaged')
    await recordEvent(tx, ticket, 'resumed', { status: ['paused', 'triaged'] })
  })
}
