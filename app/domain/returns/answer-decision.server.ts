import { eq } from 'drizzle-orm'
import { returnApprovals, returnDecisions } from '#db/schema/returns.ts'
import type { CaseStatus } from '#db/vocabulary/returns.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize, may } from '#app/platform/permissions.ts'
import type { AnswerDecisionForm } from './approve-form.ts'
import { type Case, findCase } from './find-case.server.ts'
import { letStand, sawOf, whatIsSeen } from './let-stand.server.ts'
import { moveCase } from './move-case.server.ts'
import { holdDaysOfCase } from './take-back.server.ts'

/**
 * RX-2: signs a decision that waits, or sends it back, with a reason; what was before whoever did so is kept with it.
 * @throws DomainError conflict `approvalOver` when it was answered already, `ownDecision`, `approvalHigher`
 */
export async function answerDecision(
  ctx: Ctx,
  number: string,
  { decision: id, answer, reason }: AnswerDecisionForm,
): Promise<void> {
  authorize(ctx.actor, 'return:approve')
  const { actor } = ctx
  await inTransaction(ctx, async (tx) => {
    const held = await holdDaysOfCase(tx, (await findCase(tx, number)).case.id)
    const found = await findCase(tx, number, { lock: true })
    const { case: one, ticket } = found
    if (one.status !== 'approving' || one.pendingId !== id) throw refused('approvalOver')
    const [decision] = await tx.db.select().from(returnDecisions).where(eq(returnDecisions.id, id))
    if (decision!.by === actor.id) throw refused('ownDecision')
    if (decision!.needs === 'general' && !may(actor, 'return:approve-high')) {
      throw refused('approvalHigher')
    }
    const saw = await whatIsSeen(tx, found)
    if (answer === 'approve') {
      await letStand(tx, { found, decision: decision!, held, by: actor, approval: { reason, saw } })
      return
    }
    await tx.db.insert(returnApprovals).values({
      decisionId: id,
      approved: false,
      reason,
      saw: sawOf(decision!, saw),
      at: tx.now(),
      by: actor.id,
    })
    await moveCase(tx, one, statusBefore(one), { pendingId: null })
    const event = { case: number, seq: decision!.seq, reason }
    await recordEvent(tx, ticket, 'return_sent_back', event)
  })
}

/** Where a case stood before the decision that is sent back: what an earlier one set going still goes on. */
function statusBefore({ decisionId, level, appealedAt }: Case): CaseStatus {
  if (appealedAt !== null && level !== 'desk') return 'appealed'
  return decisionId === null ? 'asked' : 'acting'
}
