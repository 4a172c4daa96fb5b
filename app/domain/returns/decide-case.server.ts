import { and, desc, eq } from 'drizzle-orm'
import { returnDecisions } from '#db/schema/returns.ts'
import type { DecisionLevel, Plan } from '#db/vocabulary/returns.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { refusingDisorder } from '#app/domain/visits/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { invalid } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { bookWithDecision, holdWindowsAgreed } from './book-with-decision.server.ts'
import { costsDecided } from './costs-decided.ts'
import { higherLevel, isAtLeast, levelFor, levelOf, totalOf } from './costs.ts'
import { asksOf, type DecideForm } from './decide-form.ts'
import { type Case, findCase, type Found, refuseStaleCase } from './find-case.server.ts'
import { letStand, whatIsSeen } from './let-stand.server.ts'
import { moveCase } from './move-case.server.ts'
import { priceOf } from './price-of.server.ts'
import { termsOf } from './terms-of.server.ts'
import { holdDaysOfCase } from './take-back.server.ts'
import { tellApprovers } from './tell-approvers.server.ts'

export type Decision = typeof returnDecisions.$inferSelect

/**
 * RX-3: decides a case, or decides it again. Within the decider's own level it stands at once: the customer is told and
 * what follows is set going (RX-4), windows agreed with the customer included; otherwise it waits for a signature (RX-2). The same form twice is one decision.
 * @returns whether it stands
 * @throws DomainError conflict `caseChanged`, `caseNotInState`, `windowGone`, `goodsNotThere`; invalid `promisedPast`,
 *   `refundAbovePrice`
 */
export async function decideCase(
  ctx: Ctx,
  number: string,
  form: DecideForm,
): Promise<'stands' | 'waits'> {
  authorize(ctx.actor, 'return:decide')
  const { actor } = ctx
  if (form.promisedOn !== null && form.promisedOn < dayOf(ctx.now())) throw invalid('promisedPast')
  const work = (tx: Tx) => decide(tx, actor, { number, form })
  return refusingDisorder(() => inTransaction(ctx, work))
}

async function decide(
  tx: Tx,
  actor: StaffActor,
  { number, form }: { number: string; form: DecideForm },
): Promise<'stands' | 'waits'> {
  const windows = await holdWindowsAgreed(tx, form)
  const held = await holdDaysOfCase(tx, (await findCase(tx, number)).case.id)
  const found = await findCase(tx, number, { lock: true })
  const before = await sameDecision(tx, found.case, form.submissionKey)
  if (before) return found.case.pendingId === before.id ? 'waits' : 'stands'
  refuseStaleCase(found.case, form.version)
  const decision = await write(tx, actor, found, form)
  const { remedy, needs, seq } = decision
  await recordEvent(tx, found.ticket, 'return_decided', { case: number, remedy, needs, seq })
  if (isAtLeast(levelOf(actor.roles), decision.needs)) {
    const approval =
      decision.needs === 'desk' ? null : { reason: form.why, saw: await whatIsSeen(tx, found) }
    await letStand(tx, { found, decision, held, by: actor, approval })
    await bookWithDecision(tx, found, windows, actor.id)
    return 'stands'
  }
  await moveCase(tx, found.case, 'approving', { pendingId: decision.id })
  await tellApprovers(tx, found, decision)
  return 'waits'
}

async function write(
  tx: Tx,
  by: StaffActor,
  { case: one }: Found,
  form: DecideForm,
): Promise<Decision> {
  const { returnCosts, returnLimits } = await currentSettings(tx)
  const { price, currency } = await priceOf(tx, one)
  if (price > 0 && asksOf[form.remedy].includes('money') && (form.amount ?? 0) > price) {
    throw invalid('refundAbovePrice')
  }
  const costs = costsDecided(form, price, returnCosts)
  const total = totalOf(costs)
  const needs: DecisionLevel = higherLevel(levelFor(form.remedy, total, returnLimits), one.level)
  const [decision] = await tx.db
    .insert(returnDecisions)
    .values({
      caseId: one.id,
      seq: await nextSeq(tx, one),
      remedy: form.remedy,
      why: form.why,
      told: form.told,
      terms: (await termsOf(tx, one)).map(({ nameZh, nameEn, until, verdict }) => ({
        nameZh,
        nameEn,
        until,
        verdict,
      })),
      costs,
      total,
      currency,
      plan: planOf(form),
      needs,
      at: tx.now(),
      by: by.id,
      submissionKey: form.submissionKey,
    })
    .returning()
  return decision!
}

/** What is not asked for a way is not set going by it, whatever the form still carries. */
function planOf(form: DecideForm): Plan {
  const asks = asksOf[form.remedy]
  const isAsked = (what: (typeof asks)[number]) => asks.includes(what)
  return {
    remedy: form.remedy,
    what: isAsked('what') ? form.what : '',
    promisedOn: isAsked('promisedOn') ? form.promisedOn : null,
    collect: isAsked('collect') ? (form.collect ?? 'none') : 'none',
    amount: isAsked('money') ? form.amount : null,
    method: isAsked('money') ? form.method : null,
  }
}

async function sameDecision(tx: Tx, one: Case, key: string): Promise<{ id: number } | undefined> {
  const [same] = await tx.db
    .select({ id: returnDecisions.id })
    .from(returnDecisions)
    .where(and(eq(returnDecisions.caseId, one.id), eq(returnDecisions.submissionKey, key)))
  return same
}

async function nextSeq(tx: Tx, one: Case): Promise<number> {
  const [last] = await tx.db
    .select({ seq: returnDecisions.seq })
    .from(returnDecisions)
    .where(eq(returnDecisions.caseId, one.id))
    .orderBy(desc(returnDecisions.seq))
    .limit(1)
  return (last?.seq ?? 0) + 1
}
