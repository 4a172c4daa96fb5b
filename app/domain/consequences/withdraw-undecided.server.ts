import { and, eq, isNull, sql } from 'drizzle-orm'
import { returnCases } from '#db/schema/returns.ts'
import type { Tx } from '#app/platform/context.server.ts'

/** A case nobody has decided yet goes with the ticket its customer takes back. The caller holds the ticket. */
export async function withdrawUndecided(
  tx: Tx,
  ticketId: number,
  cancelReason: string,
): Promise<void> {
  await tx.db
    .update(returnCases)
    .set({
      status: 'cancelled',
      cancelledAt: tx.now(),
      cancelReason,
      version: sql`${returnCases.version} + 1`,
    })
    .where(
      and(
        eq(returnCases.ticketId, ticketId),
        eq(returnCases.status, 'asked'),
        isNull(returnCases.decisionId),
      ),
    )
}
