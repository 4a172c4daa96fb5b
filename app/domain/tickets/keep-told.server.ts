import { ticketMessages } from '#db/schema/tickets.ts'
import type { Tx } from '#app/platform/context.server.ts'

/** Puts what another verb told the customer into the conversation, beside the mail that carried it. */
export async function keepTold(
  tx: Tx,
  ticket: { id: number },
  told: { body: string; authorId: string; mailId: string },
): Promise<void> {
  await tx.db
    .insert(ticketMessages)
    .values({ ...told, ticketId: ticket.id, direction: 'to_customer', createdAt: tx.now() })
}
