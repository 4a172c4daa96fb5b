import { releaseMessage } from '#app/domain/messages/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { findTicket } from './find-ticket.server.ts'
import { matterOf } from './merged-tickets.server.ts'

/** Lets a message that waits for the morning go out now; one that has gone out already is left alone. */
export async function sendNow(ctx: Ctx, number: string, messageId: string): Promise<void> {
  authorize(ctx.actor, 'ticket:message')
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, number)
    await releaseMessage(tx, await matterOf(tx, ticket.id), messageId)
  })
}
