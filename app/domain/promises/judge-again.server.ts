import { and, eq, sql } from 'drizzle-orm'
import { promises } from '#db/schema/promises.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { verdictOn } from './verdict.ts'

/**
 * The crew was there, though it was heard of only after its window had been taken for missed: its phone had no network
 * (VS-6). The caller holds the visit's ticket.
 */
export async function judgeAgain(
  tx: Tx,
  visit: { id: number; windowStart: Date; windowEnd: Date; arrivedAt: Date },
): Promise<void> {
  const settledAt = sql`greatest(${promises.settledAt}, ${tx.now().toISOString()}::timestamptz)`
  await tx.db
    .update(promises)
    .set({ ...verdictOn(visit), settledAt })
    .where(
      and(
        eq(promises.visitId, visit.id),
        eq(promises.windowStart, visit.windowStart),
        eq(promises.windowEnd, visit.windowEnd),
        eq(promises.breach, 'missed'),
      ),
    )
}
