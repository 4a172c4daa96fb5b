import { and, eq } from 'drizzle-orm'
import { promises } from '#db/schema/promises.ts'
import { visits } from '#db/schema/visits.ts'
import type { PromiseOrigin } from '#db/vocabulary/promises.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { verdictOn } from './verdict.ts'

/** The window of a visit as its customer is told it. */
export interface Promised {
  id: number
  ticketId: number
  windowStart: Date
  windowEnd: Date
}

/**
 * Keeps in the ledger that a customer was told a window (BK-4). One told before gives way to it; the same window again
 * is the promise there is. The caller holds the visit's ticket.
 */
export async function makePromise(
  tx: Tx,
  { visit, origin }: { visit: Promised; origin: PromiseOrigin },
): Promise<void> {
  const { id: visitId, ticketId, windowStart, windowEnd } = visit
  const standing = await openPromise(tx, visitId)
  if (
    standing?.windowStart.getTime() === windowStart.getTime() &&
    standing.windowEnd.getTime() === windowEnd.getTime()
  ) {
    return
  }
  if (standing) await letGo(tx, standing)
  await tx.db.insert(promises).values({
    ...{ visitId, ticketId, windowStart, windowEnd, origin },
    madeAt: tx.now(),
    madeBy: tx.actor.kind === 'staff' ? tx.actor.id : null,
  })
}

/** The visit won't come in the window its customer was told; the caller holds its ticket. */
export async function releasePromise(tx: Tx, visitId: number): Promise<void> {
  const standing = await openPromise(tx, visitId)
  if (standing) await letGo(tx, standing)
}

/** The crew was there in time and nobody was at home (DS-4): it is the customer who let go of it. */
export async function forgoPromise(tx: Tx, visitId: number): Promise<void> {
  const standing = await openPromise(tx, visitId)
  if (!standing) return
  const { arrivedAt, windowEnd } = standing
  if (arrivedAt === null || arrivedAt > windowEnd) return letGo(tx, standing)
  await tx.db
    .update(promises)
    .set({
      outcome: 'released',
      settledBy: tx.actor.kind === 'staff' ? tx.actor.id : null,
      settledAt: tx.now(),
    })
    .where(eq(promises.id, standing.id))
}

type Standing = NonNullable<Awaited<ReturnType<typeof openPromise>>>

async function openPromise(tx: Tx, visitId: number) {
  const [open] = await tx.db
    .select({
      id: promises.id,
      windowStart: promises.windowStart,
      windowEnd: promises.windowEnd,
      arrivedAt: visits.arrivedAt,
    })
    .from(promises)
    .innerJoin(visits, eq(visits.id, promises.visitId))
    .where(and(eq(promises.visitId, visitId), eq(promises.outcome, 'open')))
    .for('update', { of: promises })
  return open
}

/** What has been kept or broken by now is no more let go of. */
async function letGo(tx: Tx, { id, ...standing }: Standing): Promise<void> {
  const { actor } = tx
  const over = standing.arrivedAt !== null || standing.windowEnd <= tx.now()
  await tx.db
    .update(promises)
    .set({
      ...(over
        ? verdictOn(standing)
        : {
            outcome: actor.kind === 'customer' ? ('released' as const) : ('withdrawn' as const),
            settledBy: actor.kind === 'staff' ? actor.id : null,
          }),
      settledAt: tx.now(),
    })
    .where(eq(promises.id, id))
}
