import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { SendClaimForm } from './claim-form.ts'
import { holdClaim, moveClaim } from './find-claim.server.ts'

/**
 * A claim went to the supplier; one they refused may go again, and one whose credit was noted wrongly waits again.
 * @throws DomainError conflict `claimNotInState`
 */
export async function sendClaim(ctx: Ctx, number: string, form: SendClaimForm): Promise<void> {
  authorize(ctx.actor, 'claim:manage')
  const { actor } = ctx
  await inTransaction(ctx, async (tx) => {
    const claim = await holdClaim(tx, number)
    const step = { seen: form.version, to: 'sent', by: actor.id } as const
    await moveClaim(tx, claim, step, { sentAt: tx.now(), settledAt: null, credited: null })
  })
}
