import { and, eq } from 'drizzle-orm'
import { returnConsequences } from '#db/schema/returns.ts'
import { canMoveConsequence, type ConsequenceStatus } from '#db/vocabulary/returns.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import type { Consequence } from './consequence-of-visit.server.ts'

/**
 * Moves a consequence along the moves of RX-4 and nothing else. The caller holds its case's ticket.
 * @throws DomainError conflict `consequenceNotInState`
 */
export async function changeConsequence(
  tx: Tx,
  consequence: Pick<Consequence, 'id' | 'status'>,
  to: ConsequenceStatus,
  facts: Partial<typeof returnConsequences.$inferInsert> = {},
): Promise<void> {
  if (!canMoveConsequence(consequence.status, to)) throw refused('consequenceNotInState')
  const moved = await tx.db
    .update(returnConsequences)
    .set({ ...facts, status: to })
    .where(
      and(
        eq(returnConsequences.id, consequence.id),
        eq(returnConsequences.status, consequence.status),
      ),
    )
    .returning({ id: returnConsequences.id })
  if (moved.length === 0) throw refused('consequenceNotInState')
}
