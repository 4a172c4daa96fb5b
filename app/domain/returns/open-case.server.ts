import { returnCases } from '#db/schema/returns.ts'
import { caseOpenOf } from '#app/domain/consequences/index.server.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { addHours } from '#app/platform/time.server.ts'

/** What is asked for, as it is known when it is asked. */
export type Asked = Pick<
  typeof returnCases.$inferInsert,
  | 'orderId'
  | 'orderLineId'
  | 'productId'
  | 'product'
  | 'quantity'
  | 'pieces'
  | 'reason'
  | 'wish'
  | 'words'
  | 'unpacked'
  | 'misused'
  | 'deliveredOn'
  | 'batch'
  | 'submissionKey'
>

/**
 * RX-1: opens the return of a ticket, to be decided within the hours of the setting. The caller holds the ticket.
 * @throws DomainError conflict `caseThere` while one of this ticket is open
 */
export async function openCase(
  tx: Tx,
  ticket: { id: number },
  asked: Asked,
): Promise<{ id: number; number: string }> {
  const { decideHours } = await currentSettings(tx)
  const now = tx.now()
  const [made] = await tx.db
    .insert(returnCases)
    .values({
      ...asked,
      ticketId: ticket.id,
      askedAt: now,
      dueAt: addHours(now, decideHours),
    })
    .onConflictDoNothing()
    .returning({ id: returnCases.id, number: returnCases.number })
  if (!made) {
    const there = await caseOpenOf(tx, ticket.id)
    throw refused('caseThere', { number: there?.number ?? '' })
  }
  const { reason, wish } = asked
  await recordEvent(tx, ticket, 'return_asked', { case: made.number, reason, wish })
  return made
}
