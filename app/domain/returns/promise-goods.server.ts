import { eq } from 'drizzle-orm'
import { returnConsequences } from '#db/schema/returns.ts'
import { supplyKinds } from '#db/vocabulary/returns.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { invalid } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { holdConsequence } from './hold-consequence.server.ts'
import type { PromiseGoodsForm } from './supply-form.ts'
import { gateWaiting } from './waiting-for-goods.server.ts'

/**
 * RX-4: goods or a part come on another day. What waits for them is booked from that day on; a visit that is booked
 * before it is marked, and its customer is told (BK-6). The same day twice is one change.
 * @throws DomainError not_found; invalid `promisedPast`; conflict `consequenceNotInState`
 */
export async function promiseGoods(
  ctx: Ctx,
  number: string,
  id: number,
  { promisedOn, reason }: PromiseGoodsForm,
): Promise<void> {
  authorize(ctx.actor, 'return:supply')
  const { actor } = ctx
  if (promisedOn < dayOf(ctx.now())) throw invalid('promisedPast')
  await inTransaction(ctx, async (tx) => {
    const wanted = { kinds: supplyKinds, in: ['open', 'going'] } as const
    const { consequence, ...found } = await holdConsequence(tx, number, id, wanted)
    const { promisedOn: from, what } = consequence
    if (from === promisedOn) return
    await tx.db
      .update(returnConsequences)
      .set({ promisedOn })
      .where(eq(returnConsequences.id, consequence.id))
    await recordEvent(tx, found.ticket, 'return_promised', {
      case: found.case.number,
      what,
      from,
      to: promisedOn,
      reason,
    })
    await gateWaiting(tx, actor, found, consequence, { promisedOn, reason })
  })
}
