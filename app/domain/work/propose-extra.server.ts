import { visitExtras } from '#db/schema/work.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { lockVisit, ownVisits } from '#app/domain/visits/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { ProposeExtraForm } from './extra-form.ts'

/**
 * VS-7: work found at the home, with its time and its price, for the customer to say yes or no to before it is begun.
 * The same form sent twice proposes once.
 */
export async function proposeExtra(
  ctx: Ctx,
  visitId: number,
  { what, minutes, price, submissionKey: key }: ProposeExtraForm,
): Promise<void> {
  authorize(ctx.actor, 'visit:work')
  const { id: proposedBy } = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const { visit, ticket } = await lockVisit(tx, visitId, ownVisits(tx.actor))
    const proposed = await tx.db
      .insert(visitExtras)
      .values({ key, visitId, what, minutes, price, proposedAt: tx.now(), proposedBy })
      .onConflictDoNothing({ target: visitExtras.key })
      .returning({ id: visitExtras.id })
    if (proposed.length === 0) return
    if (visit.status === 'cancelled') throw refused('visitCancelled')
    if (visit.status === 'finished') throw refused('visitFinished')
    if (visit.status !== 'arrived' && visit.status !== 'working') throw refused('stepOutOfOrder')
    await recordEvent(tx, ticket, 'extra_proposed', { what, minutes, price }, visit)
  })
}
