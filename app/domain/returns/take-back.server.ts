import { and, asc, eq, inArray } from 'drizzle-orm'
import { returnConsequences } from '#db/schema/returns.ts'
import { changeConsequence, type Consequence } from '#app/domain/consequences/index.server.ts'
import {
  cancelHeldVisit,
  holdDaysOf,
  lockVisit,
  refuseMovedAway,
  type Visit,
} from '#app/domain/visits/index.server.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import type { Found } from './find-case.server.ts'

/** The visits of a case whose days are held, as they were before anything else was locked. */
export type HeldDays = ReadonlyMap<number, Visit>

/** What of a case is still to be done. */
export const openConsequences = (ctx: Ctx, caseId: number): Promise<Consequence[]> =>
  ctx.db
    .select()
    .from(returnConsequences)
    .where(
      and(
        eq(returnConsequences.caseId, caseId),
        inArray(returnConsequences.status, ['open', 'going']),
      ),
    )
    .orderBy(asc(returnConsequences.id))

/** Holds the days of a case's visits to come, before its ticket is locked: days come first everywhere. */
export async function holdDaysOfCase(tx: Tx, caseId: number): Promise<HeldDays> {
  const held = new Map<number, Visit>()
  for (const { visitId } of await openConsequences(tx, caseId)) {
    if (visitId !== null) held.set(visitId, await holdDaysOf(asJob(tx), visitId))
  }
  return held
}

/**
 * RX-4: takes back what is still to be done, with its visits, of which the customer is told. The caller holds the days,
 * the ticket and the case.
 * @throws DomainError conflict when a crew is at work for it, or it changed while we waited
 */
export async function takeBack(
  tx: Tx,
  { case: one, ticket }: Found,
  held: HeldDays,
  because: string,
): Promise<void> {
  for (const consequence of await openConsequences(tx, one.id)) {
    const { visitId } = consequence
    if (visitId === null) {
      await cancel(tx, consequence, because)
      continue
    }
    const before = held.get(visitId)
    if (!before) throw refused('caseChanged')
    const { visit } = await lockVisit(asJob(tx), visitId)
    if (visit.status === 'finished') {
      // Its work is done, and the item it took along (VS-4) is away: the way to go on is decided anew.
      await cancel(tx, consequence, because)
      continue
    }
    refuseMovedAway(before, visit)
    // One linked to come after another is called off with it.
    if (visit.status !== 'cancelled') await cancelHeldVisit(tx, ticket, visit, because)
    // Calling the visit off opens what it was made for again.
    await cancel(tx, { id: consequence.id, status: 'open' }, because)
  }
}

const cancel = (tx: Tx, consequence: Pick<Consequence, 'id' | 'status'>, because: string) =>
  changeConsequence(tx, consequence, 'cancelled', {
    cancelledAt: tx.now(),
    cancelledBecause: because,
  })

/** Who decides about a case acts on its visits with it. */
const asJob = (tx: Tx): Tx => ({ ...tx, actor: { kind: 'job' } })
