import { sql } from 'drizzle-orm'
import { followUps } from '#db/schema/follow-ups.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { addHours } from '#app/platform/time.server.ts'

/** FU-1: a finished visit makes one call due; finishing it twice makes no second. */
export async function openFollowUp(
  tx: Tx,
  visit: { id: number },
  ticket: { id: number },
): Promise<void> {
  const { followUpHours } = await currentSettings(tx)
  const now = tx.now()
  await tx.db
    .insert(followUps)
    .values({
      ticketId: ticket.id,
      visitId: visit.id,
      createdAt: now,
      notBefore: now,
      dueAt: addHours(now, followUpHours),
    })
    .onConflictDoNothing({ target: followUps.visitId, where: sql`kind = 'visit'` })
}
