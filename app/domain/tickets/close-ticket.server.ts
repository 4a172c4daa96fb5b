import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { findTicket } from './find-ticket.server.ts'
import { moveTicket } from './move-ticket.server.ts'
import { recordEvent } from './record-event.server.ts'

/** IN-7: files a resolved ticket away. */
export async function closeTicket(ctx: Ctx, number: string): Promise<void> {
  authorize(ctx.actor, 'ticket:resolve')
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, number, { lock: true })
    if (ticket.status === 'closed') return
    await moveTicket(tx, ticket, 'closed', { closedAt: tx.now() })
    await recordEvent(tx, ticket, 'closed', { status: [ticket.status, 'closed'] })
  })
}
