import { supplyKinds } from '#db/vocabulary/returns.ts'
import { changeConsequence } from '#app/domain/consequences/index.server.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { holdConsequence } from './hold-consequence.server.ts'
import { settleWithTicket } from './settle-case.server.ts'
import type { ReadyGoodsForm } from './supply-form.ts'
import { openGate } from './waiting-for-goods.server.ts'

/**
 * RX-4: goods or a part are there. What waited for them may be booked from now on, and a visit that was marked because
 * they were late is no more. The same from the same hand twice is one.
 * @throws DomainError not_found; conflict `consequenceNotInState`
 */
export async function readyGoods(
  ctx: Ctx,
  number: string,
  id: number,
  { note }: ReadyGoodsForm,
): Promise<void> {
  authorize(ctx.actor, 'return:supply')
  const { id: doneBy } = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const wanted = { kinds: supplyKinds, in: ['open', 'going', 'done'] } as const
    const { consequence, ...found } = await holdConsequence(tx, number, id, wanted)
    if (consequence.doneBy === doneBy && consequence.note === note) return
    await changeConsequence(tx, consequence, 'done', { doneAt: tx.now(), doneBy, note })
    const { what } = consequence
    await recordEvent(tx, found.ticket, 'return_ready', { case: found.case.number, what, note })
    await openGate(tx, found, consequence)
    await settleWithTicket(tx, found.case.id)
  })
}
