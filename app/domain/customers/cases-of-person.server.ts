import { and, asc, eq, inArray, isNotNull, ne, or } from 'drizzle-orm'
import { complaints } from '#db/schema/complaints.ts'
import {
  returnApprovals,
  returnCases,
  returnConsequences,
  returnDecisions,
} from '#db/schema/returns.ts'
import { tickets } from '#db/schema/tickets.ts'
import type { Tx } from '#app/platform/context.server.ts'

/**
 * What a person asked to return or exchange, what they were told and what money goes back. No cost, cause or reason
 * between colleagues is among it; a decision that nobody let stand was never told.
 */
export async function casesOfPerson(tx: Tx, person: number[]) {
  const rows = await tx.db
    .select({
      id: returnCases.id,
      number: returnCases.number,
      ticket: tickets.number,
      product: returnCases.product,
      quantity: returnCases.quantity,
      pieces: returnCases.pieces,
      reason: returnCases.reason,
      wish: returnCases.wish,
      words: returnCases.words,
      unpacked: returnCases.unpacked,
      status: returnCases.status,
      askedAt: returnCases.askedAt,
      disagreedAt: returnCases.appealedAt,
      disagreedWords: returnCases.appealWords,
      closedAt: returnCases.closedAt,
      cancelledAt: returnCases.cancelledAt,
      cancelReason: returnCases.cancelReason,
    })
    .from(returnCases)
    .innerJoin(tickets, eq(tickets.id, returnCases.ticketId))
    .where(inArray(tickets.customerId, person))
    .orderBy(asc(returnCases.askedAt), asc(returnCases.id))
  if (rows.length === 0) return []
  const caseIds = rows.map(({ id }) => id)
  const [told, refunds] = [await toldOf(tx, caseIds), await refundsOf(tx, caseIds)]
  return rows.map(({ id, ...row }) => ({
    ...row,
    decisions: told.flatMap(({ caseId, approvedAt, at, ...decision }) =>
      caseId === id ? [{ ...decision, at: approvedAt ?? at }] : [],
    ),
    refunds: refunds.flatMap(({ caseId, ...refund }) => (caseId === id ? [refund] : [])),
  }))
}

const toldOf = (tx: Tx, caseIds: number[]) =>
  tx.db
    .select({
      caseId: returnDecisions.caseId,
      remedy: returnDecisions.remedy,
      told: returnDecisions.told,
      at: returnDecisions.at,
      approvedAt: returnApprovals.at,
    })
    .from(returnDecisions)
    .leftJoin(returnApprovals, eq(returnApprovals.decisionId, returnDecisions.id))
    .where(
      and(
        inArray(returnDecisions.caseId, caseIds),
        or(eq(returnDecisions.needs, 'desk'), eq(returnApprovals.approved, true)),
      ),
    )
    .orderBy(asc(returnDecisions.caseId), asc(returnDecisions.seq))

const refundsOf = (tx: Tx, caseIds: number[]) =>
  tx.db
    .select({
      caseId: returnConsequences.caseId,
      /** Minor units. */
      amount: returnConsequences.amount,
      currency: returnConsequences.currency,
      method: returnConsequences.method,
      paidAt: returnConsequences.doneAt,
    })
    .from(returnConsequences)
    .where(
      and(
        inArray(returnConsequences.caseId, caseIds),
        eq(returnConsequences.kind, 'refund'),
        ne(returnConsequences.status, 'cancelled'),
        isNotNull(returnConsequences.amount),
      ),
    )
    .orderBy(asc(returnConsequences.id))

/** CP-1: what a person complained of, what they were answered and what they said to it; never whom it was about. */
export const complaintsOfPerson = (tx: Tx, person: number[]) =>
  tx.db
    .select({
      ticket: tickets.number,
      status: complaints.status,
      words: tickets.description,
      openedAt: complaints.openedAt,
      resolution: complaints.resolution,
      answeredAt: complaints.answeredAt,
      verdict: complaints.verdict,
      verdictWords: complaints.verdictWords,
      verdictAt: complaints.verdictAt,
      closedAt: complaints.closedAt,
    })
    .from(complaints)
    .innerJoin(tickets, eq(tickets.id, complaints.ticketId))
    .where(inArray(tickets.customerId, person))
    .orderBy(asc(complaints.openedAt), asc(complaints.ticketId))
