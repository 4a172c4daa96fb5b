import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { WithdrawClaimForm } from './claim-form.ts'
import { holdClaim, moveClaim } from './find-claim.server.ts'

/** A claim that isn't made after all, and why. @throws DomainError conflict `claimNotInState` */
export async function withdrawClaim(
  ctx: Ctx,
  number: string,
  { reason, version }: WithdrawClaimForm,
): Promise<void> {
  authorize(ctx.actor, 'claim:manage')
  const { actor } = ctx
  await inTransaction(ctx, async (tx) => {
    const claim = await holdClaim(tx, number)
    const step = { seen: version, to: 'withdrawn', by: actor.id, note: reason } as const
    await moveClaim(tx, claim, step, { settledAt: tx.now() })
  })
}
