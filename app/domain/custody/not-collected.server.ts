import { and, eq, gte } from 'drizzle-orm'
import { custodyReceipts } from '#db/schema/custody.ts'
import type { Ticket } from '#app/domain/tickets/index.server.ts'
import { changeVisit, lockVisit, ownVisits, type Visit } from '#app/domain/visits/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { collectsOriginal } from './collects-original.server.ts'
import type { NotCollectedForm } from './not-collected-form.ts'

/**
 * VS-5: why an original that was to be collected stays at the home; until the work is finished. Said again it is put right.
 * @throws DomainError conflict `notAnExchange`, `originalCollected`, `visitFinished`, `stepOutOfOrder`
 */
export async function notCollected(
  ctx: Ctx,
  visitId: number,
  { reason }: NotCollectedForm,
): Promise<void> {
  authorize(ctx.actor, 'visit:work')
  await inTransaction(ctx, async (tx) => {
    const { visit, ticket } = await lockVisit(tx, visitId, ownVisits(tx.actor))
    if (visit.notCollectedBecause === reason) return
    if (visit.status === 'cancelled') throw refused('visitCancelled')
    if (visit.status === 'finished') throw refused('visitFinished')
    if (visit.status !== 'arrived' && visit.status !== 'working') throw refused('stepOutOfOrder')
    const original = await collectsOriginal(tx, visit, ticket)
    if (!original) throw refused('notAnExchange')
    if (await isCollected(tx, ticket, original)) throw refused('originalCollected')
    await changeVisit(tx, visit, { notCollectedBecause: reason })
  })
}

/** @throws DomainError conflict `originalNotCollected` while the original is neither collected nor explained */
export async function refuseUncollected(ctx: Ctx, visit: Visit, ticket: Ticket): Promise<void> {
  const original = await collectsOriginal(ctx, visit, ticket)
  if (!original || visit.notCollectedBecause !== null) return
  if (await isCollected(ctx, ticket, original)) return
  throw refused('originalNotCollected')
}

async function isCollected(
  ctx: Ctx,
  ticket: Pick<Ticket, 'id'>,
  { since }: { since: Date | null },
): Promise<boolean> {
  const [receipt] = await ctx.db
    .select({ id: custodyReceipts.id })
    .from(custodyReceipts)
    .where(
      and(
        eq(custodyReceipts.ticketId, ticket.id),
        eq(custodyReceipts.purpose, 'exchange'),
        since === null ? undefined : gte(custodyReceipts.takenAt, since),
      ),
    )
    .limit(1)
  return receipt !== undefined
}
