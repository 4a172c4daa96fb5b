import { and, eq, inArray } from 'drizzle-orm'
import { returnConsequences } from '#db/schema/returns.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { CancelCaseForm } from './cancel-form.ts'
import { findCase, refuseStaleCase } from './find-case.server.ts'
import { moveCase } from './move-case.server.ts'
import { holdDaysOfCase, takeBack } from './take-back.server.ts'

/**
 * RX-4: a case that comes to nothing, with all it set going. What the customer already has, or has back, isn't undone by
 * it: then it is decided again.
 * @throws DomainError conflict `refundPaid`, `caseChanged`, `caseNotInState`
 */
export async function cancelCase(
  ctx: Ctx,
  number: string,
  { reason, version }: CancelCaseForm,
): Promise<void> {
  authorize(ctx.actor, 'return:decide')
  await inTransaction(ctx, async (tx) => {
    const held = await holdDaysOfCase(tx, (await findCase(tx, number)).case.id)
    const found = await findCase(tx, number, { lock: true })
    if (found.case.status === 'cancelled' && found.case.cancelReason === reason) return
    refuseStaleCase(found.case, version)
    await refuseWhatIsDone(tx, found.case.id)
    await takeBack(tx, found, held, reason)
    await moveCase(tx, found.case, 'cancelled', {
      pendingId: null,
      cancelledAt: tx.now(),
      cancelReason: reason,
    })
    await recordEvent(tx, found.ticket, 'return_cancelled', { case: number, reason })
  })
}

/** Goods that were merely got ready go back on the shelf. */
async function refuseWhatIsDone(tx: Tx, caseId: number): Promise<void> {
  const [done] = await tx.db
    .select({ id: returnConsequences.id })
    .from(returnConsequences)
    .where(
      and(
        eq(returnConsequences.caseId, caseId),
        eq(returnConsequences.status, 'done'),
        inArray(returnConsequences.kind, [
          'refund',
          'delivery',
          'collection',
          'repair',
          'original',
        ]),
      ),
    )
    .limit(1)
  if (done) throw refused('refundPaid')
}
