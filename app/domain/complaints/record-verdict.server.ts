import { finishFollowUp, holdFollowUp } from '#app/domain/follow-ups/index.server.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { giveVerdict } from './give-verdict.server.ts'
import type { VerdictOnCallForm } from './verdict-on-call-form.ts'

/**
 * FU-1, CP-1: keeps what the customer said on the phone of the answer to their complaint; the follow-up is done.
 * @throws DomainError not_found, conflict when a colleague was quicker or the complaint waits for no verdict
 */
export async function recordVerdict(ctx: Ctx, id: number, form: VerdictOnCallForm): Promise<void> {
  authorize(ctx.actor, 'follow-up:call')
  await inTransaction(ctx, async (tx) => {
    const { attempt, verdict, words } = form
    const call = await holdFollowUp(tx, id, { attempt, outcome: 'answered', kind: 'complaint' })
    if (!call) return
    await finishFollowUp(tx, call)
    const told = { outcome: 'answered', call: 'complaint', attempt, verdict }
    await recordEvent(tx, call.ticket, 'followed_up', told)
    await giveVerdict(tx, call.ticket, { verdict, words })
  })
}
