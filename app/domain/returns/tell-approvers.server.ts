import { writeMessage } from '#app/domain/messages/index.server.ts'
import type { DecisionLevel } from '#db/vocabulary/returns.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { approversAt } from './approvers-at.server.ts'
import type { Decision } from './decide-case.server.ts'
import type { Found } from './find-case.server.ts'

/** RX-2: a decision that waits goes before whoever may sign it. */
export async function tellApprovers(
  tx: Tx,
  { case: one, ticket }: Found,
  { by, needs, remedy, total, currency }: Decision,
): Promise<void> {
  for (const { id, name, email, locale } of await approversAt(tx, needs)) {
    if (id === by) continue
    await writeMessage(tx, {
      template: 'return-to-approve',
      recipient: email,
      locale,
      staffId: id,
      ticketId: ticket.id,
      facts: {
        name,
        caseNumber: one.number,
        product: one.product,
        remedy,
        amount: total,
        currency,
      },
    })
  }
}

/** RX-3: a disagreement goes before those of the level that decides now. */
export async function tellAppeal(
  tx: Tx,
  { case: one, ticket }: Found,
  { level, said }: { level: DecisionLevel; said: string },
): Promise<void> {
  for (const { id, name, email, locale } of await approversAt(tx, level)) {
    await writeMessage(tx, {
      template: 'return-appealed',
      recipient: email,
      locale,
      staffId: id,
      ticketId: ticket.id,
      facts: { name, caseNumber: one.number, product: one.product, said },
    })
  }
}
