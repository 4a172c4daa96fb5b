import { and, count, eq, inArray, sql } from 'drizzle-orm'
import { returnApprovals, returnCases } from '#db/schema/returns.ts'
import { tickets } from '#db/schema/tickets.ts'
import { rowsOfPerson } from '#app/domain/customers/index.server.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import type { Decision } from './decide-case.server.ts'
import type { Found } from './find-case.server.ts'
import { makeConsequences } from './make-consequences.server.ts'
import { moveCase } from './move-case.server.ts'
import { settleWithTicket } from './settle-case.server.ts'
import { type HeldDays, takeBack } from './take-back.server.ts'
import { tellDecision } from './tell-decision.server.ts'

/** What was before whoever signs, beside the decision's own costs and terms. */
export interface Seen {
  tickets: number
  cases: number
  complaints: number
}

interface Standing {
  found: Found
  decision: Decision
  held: HeldDays
  by: StaffActor
  /** The signature it stands by; none is needed within the desk's own level. */
  approval: { reason: string; saw: Seen } | null
}

/**
 * RX-3, RX-4: lets a decision stand, in the caller's transaction: what an earlier one set going is taken back, what this
 * one asks for is written down, and the customer is told.
 */
export async function letStand(
  tx: Tx,
  { found, decision, held, by, approval }: Standing,
): Promise<void> {
  const { case: one, ticket } = found
  if (approval) {
    await tx.db.insert(returnApprovals).values({
      decisionId: decision.id,
      approved: true,
      reason: approval.reason,
      saw: sawOf(decision, approval.saw),
      at: tx.now(),
      by: by.id,
    })
  }
  // Why it was decided is for colleagues; the customer reads why a visit was called off.
  await takeBack(tx, found, held, translate(ticket.locale)('returns:decide.replaced'))
  await moveCase(tx, one, 'acting', { decisionId: decision.id, pendingId: null })
  await makeConsequences(tx, found, decision, decision.plan)
  if (approval) {
    await recordEvent(tx, ticket, 'return_approved', { case: one.number, seq: decision.seq })
  }
  await tellDecision(tx, { found, decision, by })
  await settleWithTicket(tx, one.id)
}

/** RX-2: what somebody who signs has before them, kept with their signature. */
export const sawOf = ({ remedy, costs, total, currency, terms }: Decision, seen: Seen) => ({
  remedy,
  costs,
  total,
  currency,
  terms,
  history: seen,
})

/** The customer's history in figures: their other tickets, cases and complaints. */
export async function whatIsSeen(ctx: Ctx, { case: one, ticket }: Found): Promise<Seen> {
  const person = await rowsOfPerson(ctx, ticket.customerId)
  const [seen] = await ctx.db
    .select({
      tickets: count(),
      complaints: sql<number>`count(*) filter (where ${tickets.kind} = 'complaint')::int`,
    })
    .from(tickets)
    .where(inArray(tickets.customerId, person))
  const [cases] = await ctx.db
    .select({ count: count() })
    .from(returnCases)
    .innerJoin(tickets, eq(tickets.id, returnCases.ticketId))
    .where(and(inArray(tickets.customerId, person), sql`${returnCases.id} <> ${one.id}`))
  return {
    tickets: (seen?.tickets ?? 1) - 1,
    complaints: seen?.complaints ?? 0,
    cases: cases?.count ?? 0,
  }
}
