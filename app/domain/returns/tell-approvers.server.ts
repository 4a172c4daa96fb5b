import { writeMessage } from '#app/domain/messages/index.server.ts'
import type { DecisionLevel } from '#db/vocabulary/returns.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { approversAt } from './approvers-at.server.ts'
import type { Decision } from './decide-case.server.ts'
import type { Found } from './find-case.server.ts'

/** RX-2: a decision that waits goes before whoever may sign it. */
export const tellApprovers = (tx: Tx, found: Found, decision: Decision) =>
  tell(tx, found, decision.needs, decision)

/** RX-3: a disagreement goes before those of the level that decides now. */
export const tellAppeal = (tx: Tx, found: Found, level: DecisionLevel) =>
  tell(tx, found, level, null)

/** @param decision what waits for a signature; `null`: the customer disagrees with the one in force */
async function tell(
  tx: Tx,
  { case: one, ticket }: Found,
  level: DecisionLevel,
  decision: Decision | null,
): Promise<void> {
  for (const { id, name, email, locale } of await approversAt(tx, level)) {
    if (id === decision?.by) continue
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
        remedy: decision?.remedy ?? null,
        amount: decision?.total ?? null,
        currency: decision?.currency ?? null,
      },
    })
  }
}
