import { z } from 'zod'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { findTicket } from './find-ticket.server.ts'
import { moveTicket } from './move-ticket.server.ts'
import { recordEvent } from './record-event.server.ts'
import { refuseUnseen, seen } from './refuse-unseen.server.ts'

export const CloseTicketForm = z.object({ seen })
export type CloseTicketForm = z.output<typeof CloseTicketForm>

/** IN-7: files a resolved ticket away. */
export async function closeTicket(
  ctx: Ctx,
  number: string,
  { seen }: CloseTicketForm = {},
): Promise<void> {
  authorize(ctx.actor, 'ticket:resolve')
  const me = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, number, { lock: true })
    if (ticket.status === 'closed') return
    await refuseUnseen(tx, me, ticket, seen)
    await moveTicket(tx, ticket, 'closed', { closedAt: tx.now() })
    await recordEvent(tx, ticket, 'closed', { status: [ticket.status, 'closed'] })
  })
}
