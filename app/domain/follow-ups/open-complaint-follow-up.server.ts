import { and, eq, sql } from 'drizzle-orm'
import { followUps } from '#db/schema/follow-ups.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { addHours } from '#app/platform/time.server.ts'

/**
 * FU-1: a complaint that was answered makes one call due, for the customer's verdict; answered again while that call is
 * due, it counts from the new answer. The caller holds the lock of the complaint's ticket.
 */
export async function openComplaintFollowUp(
  tx: Tx,
  ticket: { id: number; aboutVisitId: number | null },
): Promise<void> {
  const { followUpHours } = await currentSettings(tx)
  const now = tx.now()
  const time = { notBefore: now, dueAt: addHours(now, followUpHours) }
  await tx.db
    .insert(followUps)
    .values({
      ticketId: ticket.id,
      visitId: ticket.aboutVisitId,
      kind: 'complaint',
      createdAt: now,
      ...time,
    })
    .onConflictDoUpdate({
      target: followUps.ticketId,
      targetWhere: sql`kind = 'complaint' and status = 'due'`,
      set: time,
    })
}

/** The customer gave their verdict without a call: none is due any more (FU-4). */
export async function settleComplaintFollowUp(tx: Tx, ticket: { id: number }): Promise<void> {
  await tx.db
    .update(followUps)
    .set({ status: 'rated_online', doneAt: tx.now() })
    .where(
      and(
        eq(followUps.ticketId, ticket.id),
        eq(followUps.kind, 'complaint'),
        eq(followUps.status, 'due'),
      ),
    )
}
