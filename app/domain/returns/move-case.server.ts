import { eq, sql } from 'drizzle-orm'
import { returnCases } from '#db/schema/returns.ts'
import { canMoveCase, type CaseStatus } from '#db/vocabulary/returns.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import type { Case } from './find-case.server.ts'

/**
 * Moves a case along the moves of RX-3 and nothing else. The caller holds its ticket and itself.
 * @throws DomainError conflict `caseNotInState`
 */
export async function moveCase(
  tx: Tx,
  one: Pick<Case, 'id' | 'status'>,
  to: CaseStatus,
  facts: Partial<typeof returnCases.$inferInsert> = {},
): Promise<void> {
  if (!canMoveCase(one.status, to)) throw refused('caseNotInState')
  await changeCase(tx, one, { ...facts, status: to })
}

/** Changes a case that stays where it is, and counts the change. */
export async function changeCase(
  tx: Tx,
  one: Pick<Case, 'id'>,
  facts: Partial<typeof returnCases.$inferInsert>,
): Promise<void> {
  await tx.db
    .update(returnCases)
    .set({ ...facts, version: sql`${returnCases.version} + 1` })
    .where(eq(returnCases.id, one.id))
}
