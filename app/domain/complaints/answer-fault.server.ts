import { eq } from 'drizzle-orm'
import { faults } from '#db/schema/complaints.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { forbidden, refused } from '#app/platform/errors.ts'
import type { AnswerFaultForm } from './complaint-forms.ts'
import { holdOwnFault } from './find-fault.server.ts'

/**
 * CP-2: somebody says what happened, themselves, until it is decided; what they said before that they may put better.
 * @throws DomainError not_found for anybody else; conflict `faultOver`
 */
export async function answerFault(
  ctx: Ctx,
  id: number,
  { answer }: AnswerFaultForm,
): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'staff') throw forbidden()
  await inTransaction(ctx, async (tx) => {
    const fault = await holdOwnFault(tx, actor, id)
    if (fault.decidedAt !== null) throw refused('faultOver')
    if (fault.answer === answer) return
    await tx.db
      .update(faults)
      .set({ status: 'answered', answer, answeredAt: tx.now() })
      .where(eq(faults.id, id))
  })
}
