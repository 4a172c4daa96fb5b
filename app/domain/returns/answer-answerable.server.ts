import { eq } from 'drizzle-orm'
import { answerabilities, answerabilityApprovals } from '#db/schema/returns.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { AnswerAnswerableForm } from './answerable-form.ts'
import { findCase } from './find-case.server.ts'
import { changeCase } from './move-case.server.ts'

/**
 * RX-5: somebody else lets a change of cause and shares stand, or refuses it with a reason; what was in force before
 * stays on record.
 * @throws DomainError conflict `approvalOver`, `ownDecision`
 */
export async function answerAnswerable(
  ctx: Ctx,
  number: string,
  { answerability, answer, reason }: AnswerAnswerableForm,
): Promise<void> {
  authorize(ctx.actor, 'return:approve')
  const { actor } = ctx
  await inTransaction(ctx, async (tx) => {
    const { case: one, ticket } = await findCase(tx, number, { lock: true })
    if (one.answerabilityPendingId === null || one.answerabilityPendingId !== answerability) {
      throw refused('approvalOver')
    }
    const [pending] = await tx.db
      .select({ by: answerabilities.by, seq: answerabilities.seq })
      .from(answerabilities)
      .where(eq(answerabilities.id, answerability))
    if (!pending) throw notFound()
    if (pending.by === actor.id) throw refused('ownDecision')
    const approved = answer === 'approve'
    await tx.db
      .insert(answerabilityApprovals)
      .values({ answerabilityId: answerability, approved, reason, at: tx.now(), by: actor.id })
    await changeCase(tx, one, {
      answerabilityPendingId: null,
      ...(approved ? { answerabilityId: answerability } : {}),
    })
    await recordEvent(tx, ticket, 'return_answerable', {
      case: number,
      seq: pending.seq,
      approved,
      ...(reason === '' ? {} : { reason }),
    })
  })
}
