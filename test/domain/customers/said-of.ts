import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import * as claims from '#db/schema/claims.ts'
import { complaintFindings, complaintPeople, complaints, faults } from '#db/schema/complaints.ts'
import { followUps, inspectionAnswers } from '#db/schema/follow-ups.ts'
import * as returns from '#db/schema/returns.ts'
import { tuesdayMorning } from '#test/factories/context.ts'
import { aPlan } from '#test/factories/plans.ts'
import { only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'

const at = tuesdayMorning

/**
 * A return of this customer's that was called off after a decision, its claim and cause, with these words wherever
 * somebody writes any.
 */
export async function aCaseThatSays(db: Db, customerId: number, words: string) {
  const ticket = await aTicket(db, { customerId, kind: 'exchange', status: 'closed' })
  const by = (await aColleague(db, 'aftersales_manager')).id
  const one = only(
    await db
      .insert(returns.returnCases)
      .values({
        ...{ ticketId: ticket.id, product: '听雨餐桌', reason: 'defect', wish: 'refund', words },
        ...{ batch: words, askedAt: at, dueAt: at, appealedAt: at, appealWords: words },
        ...{ status: 'cancelled', cancelledAt: at, cancelReason: words },
      })
      .returning(),
  )
  const decision = only(
    await db
      .insert(returns.returnDecisions)
      .values({
        ...{ caseId: one.id, seq: 1, remedy: 'refund', why: words, told: words, terms: [], at, by },
        costs: { goods: 0, residual: 0, freight: 0, labour: 0, refund: 120_000, charged: 0 },
        ...{ total: 120_000, currency: 'CNY', needs: 'manager' },
        plan: aPlan({ remedy: 'refund', what: words, amount: 120_000, method: 'transfer' }),
      })
      .returning(),
  )
  await db
    .update(returns.returnCases)
    .set({ decisionId: decision.id })
    .where(eq(returns.returnCases.id, one.id))
  await db
    .insert(returns.returnApprovals)
    .values({ decisionId: decision.id, approved: true, reason: words, saw: {}, at, by })
  const made = { caseId: one.id, decisionId: decision.id, madeAt: at, note: words }
  const [original] = await db
    .insert(returns.returnConsequences)
    .values([
      { ...made, kind: 'original', what: words, status: 'done', doneAt: at },
      {
        ...{ ...made, kind: 'refund', what: words, amount: 120_000, currency: 'CNY' },
        ...{ method: 'transfer', status: 'done', doneAt: at },
      },
      {
        ...{ ...made, kind: 'part', what: words, promisedOn: '2026-03-12', status: 'cancelled' },
        ...{ cancelledAt: at, cancelledBecause: words },
      },
    ])
    .returning()
  await db
    .insert(returns.returnInspections)
    .values({ consequenceId: original!.id, condition: words, fate: 'scrap', at, by })
  const cause = await db.transaction(async (tx) => {
    const entry = only(
      await tx
        .insert(returns.answerabilities)
        .values({ caseId: one.id, seq: 1, cause: words, evidence: words, why: words, at, by })
        .returning(),
    )
    await tx
      .insert(returns.answerabilityShares)
      .values({ answerabilityId: entry.id, party: 'factory', percent: 100, note: words })
    return entry
  })
  await db
    .insert(returns.answerabilityApprovals)
    .values({ answerabilityId: cause.id, approved: true, reason: words, at, by })
  const claim = only(
    await db
      .insert(claims.supplierClaims)
      .values({
        ...{ caseId: one.id, supplier: '顺木', amount: 120_000, currency: 'CNY', note: words },
        ...{ madeAt: at, madeBy: by, status: 'withdrawn', settledAt: at },
      })
      .returning(),
  )
  await db
    .insert(claims.claimSteps)
    .values({ claimId: claim.id, status: 'withdrawn', note: words, at, by })
  return { ticket, case: one, decision, by }
}

/** A complaint of this customer's with a fault that counts, and an inspection call, the same way. */
export async function aComplaintThatSays(db: Db, customerId: number, words: string) {
  const ticket = await aTicket(db, { customerId, kind: 'complaint', status: 'closed' })
  const by = (await aColleague(db, 'aftersales_manager')).id
  const person = (await aColleague(db, 'crew')).id
  await db
    .update(complaints)
    .set({
      ...{ status: 'closed', about: 'conduct', cause: words, resolution: words, answeredAt: at },
      ...{ verdict: 'not_content', verdictWords: words, verdictAt: at },
      ...{ closedAt: at, closedBy: by, closedBecause: words },
    })
    .where(eq(complaints.ticketId, ticket.id))
  await db.insert(complaintPeople).values({ ticketId: ticket.id, staffId: person, at, by })
  await db.insert(complaintFindings).values({ ticketId: ticket.id, body: words, at, by })
  await db.insert(faults).values({
    ...{ ticketId: ticket.id, staffId: person, kind: 'quarrel', status: 'verified', what: words },
    ...{ raisedAt: at, raisedBy: by, answerBy: at, answer: words, answeredAt: at },
    ...{ decidedAt: at, decidedBy: by, decisionWhy: words },
  })
  const call = only(
    await db
      .insert(followUps)
      .values({
        ...{ ticketId: ticket.id, kind: 'inspection', period: '2026-02', status: 'done' },
        ...{ dueAt: at, notBefore: at, createdAt: at },
      })
      .returning(),
  )
  await db.insert(inspectionAnswers).values({
    ...{ followUpId: call.id, attitude: 2, quality: 3, solved: 3, punctuality: 1, tidiness: 3 },
    ...{ words, at, by },
  })
  return { ticket, person, by }
}
