import { eq } from 'drizzle-orm'
import { returnCases, returnDecisions } from '#db/schema/returns.ts'
import { tickets } from '#db/schema/tickets.ts'
import { canMoveTicket } from '#db/vocabulary/tickets.ts'
import {
  keptOpenBy,
  liveVisits,
  moveTicket,
  recordEvent,
} from '#app/domain/tickets/index.server.ts'
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

/**
 * The same for what isn't the work of a visit, which resolves its ticket by itself: with the case its ticket is resolved,
 * by what the customer was told. One with a visit still to come waits for that, a complaint for its verdict (CP-1).
 */
export async function settleWithTicket(tx: Tx, caseId: number): Promise<void> {
  if (!(await settleCase(tx, caseId))) return
  const [found] = await tx.db
    .select({ ticket: tickets, solution: returnDecisions.told })
    .from(returnCases)
    .innerJoin(tickets, eq(tickets.id, returnCases.ticketId))
    .innerJoin(returnDecisions, eq(returnDecisions.id, returnCases.decisionId))
    .where(eq(returnCases.id, caseId))
  const { ticket, solution } = found!
  if (!canMoveTicket(ticket.status, 'resolved') || ticket.mergedIntoId !== null) return
  if ((await liveVisits(tx, ticket)).length > 0 || (await keptOpenBy(tx, ticket))) return
  await moveTicket(tx, ticket, 'resolved', { solution, resolvedAt: tx.now() })
  await recordEvent(tx, ticket, 'resolved', { status: [ticket.status, 'resolved'], solution })
}
