import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { invalid } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { SettleClaimForm } from './claim-form.ts'
import { holdClaim, moveClaim } from './find-claim.server.ts'

/**
 * The supplier answered a claim: credited, how much, or refused.
 * @throws DomainError conflict `claimNotInState`; invalid `creditedAboveClaim`
 */
export async function settleClaim(ctx: Ctx, number: string, form: SettleClaimForm): Promise<void> {
  authorize(ctx.actor, 'claim:manage')
  const { actor } = ctx
  const { result, credited, note, version } = form
  await inTransaction(ctx, async (tx) => {
    const claim = await holdClaim(tx, number)
    if (result === 'credited' && credited! > claim.amount) throw invalid('creditedAboveClaim')
    const step = { seen: version, to: result, by: actor.id, note }
    await moveClaim(tx, claim, step, {
      settledAt: tx.now(),
      credited: result === 'credited' ? credited : null,
    })
  })
}
