import { eq } from 'drizzle-orm'
import { returnCases } from '#db/schema/returns.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { moveCase } from './move-case.server.ts'
import { openConsequences } from './take-back.server.ts'

/**
 * RX-5: a case ends by itself once everything a decision in force asked for is done and its cause and who is answerable
 * are written down. Every verb that finishes something calls it last; the caller holds the ticket.
 * @returns whether it ended
 */
export async function settleCase(tx: Tx, caseId: number): Promise<boolean> {
  const [one] = await tx.db
    .select()
    .from(returnCases)
    .where(eq(returnCases.id, caseId))
    .for('update')
  if (one?.status !== 'acting' || one.answerabilityId === null) return false
  if ((await openConsequences(tx, caseId)).length > 0) return false
  await moveCase(tx, one, 'closed', { closedAt: tx.now() })
  await recordEvent(tx, { id: one.ticketId }, 'return_closed', { case: one.number })
  return true
}
