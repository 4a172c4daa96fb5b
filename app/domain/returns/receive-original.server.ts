import { and, eq } from 'drizzle-orm'
import { custodyReceipts } from '#db/schema/custody.ts'
import { returnConsequences } from '#db/schema/returns.ts'
import { changeConsequence, type Consequence } from '#app/domain/consequences/index.server.ts'
import { recordEvent, type Ticket } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { invalid } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { holdConsequence } from './hold-consequence.server.ts'
import type { ReceiveOriginalForm } from './supply-form.ts'

/**
 * RX-4: an original is in the warehouse and waits for its inspection. When no crew of ours collected it, it is said how
 * it came. The same from the same hand twice is one.
 * @throws DomainError not_found; invalid `originalNotSeen`; conflict `consequenceNotInState`
 */
export async function receiveOriginal(
  ctx: Ctx,
  number: string,
  id: number,
  { note, because }: ReceiveOriginalForm,
): Promise<void> {
  authorize(ctx.actor, 'return:supply')
  const { id: startedBy } = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const wanted = { kinds: ['original'], in: ['open', 'going'] } as const
    const { consequence, ...found } = await holdConsequence(tx, number, id, wanted)
    if (consequence.startedBy === startedBy && consequence.note === note) return
    const collected = await wasCollected(tx, found.ticket, consequence)
    if (!collected && because === '') throw invalid('originalNotSeen')
    await changeConsequence(tx, consequence, 'going', { startedAt: tx.now(), startedBy, note })
    await recordEvent(tx, found.ticket, 'return_received', {
      case: found.case.number,
      what: consequence.what,
      note,
      ...(collected ? {} : { because }),
    })
  })
}

/** The visit that was to fetch it is over, or its customer has the receipt of what was taken for good (VS-5). */
export async function wasCollected(
  ctx: Ctx,
  ticket: Pick<Ticket, 'id'>,
  { afterId }: Pick<Consequence, 'afterId'>,
): Promise<boolean> {
  const [receipt] = await ctx.db
    .select({ id: custodyReceipts.id })
    .from(custodyReceipts)
    .where(and(eq(custodyReceipts.ticketId, ticket.id), eq(custodyReceipts.purpose, 'exchange')))
    .limit(1)
  if (receipt) return true
  if (afterId === null) return false
  const [before] = await ctx.db
    .select({ status: returnConsequences.status })
    .from(returnConsequences)
    .where(eq(returnConsequences.id, afterId))
  return before?.status === 'done'
}
