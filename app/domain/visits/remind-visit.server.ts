import { eq } from 'drizzle-orm'
import { visits } from '#db/schema/visits.ts'
import { withdrawMessages } from '#app/domain/messages/index.server.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { type Ctx, enqueue, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { addDays, dayOf, instantAt } from '#app/platform/time.server.ts'
import { lockVisit, type Visit } from './find-visit.server.ts'
import { tellTomorrow, wasTold } from './tell-customer.server.ts'

/**
 * BK-4: lets the customer be reminded the day before. Called again after a move it takes the place of what was planned;
 * a window agreed after the hour of reminding is fresh enough without.
 */
export async function scheduleReminder(
  tx: Tx,
  visit: Pick<Visit, 'id' | 'windowStart'>,
): Promise<void> {
  const day = dayOf(visit.windowStart)
  const { remindAt } = await currentSettings(tx)
  const runAt = instantAt(addDays(day, -1), remindAt)
  if (runAt <= tx.now()) return
  const payload = { visitId: visit.id, day }
  await enqueue(tx, 'remind-visit', payload, { key: `remind:visit:${visit.id}`, runAt })
}

/** A visit that moved or was cancelled is reminded of no more; what waits in the queue finds that out by itself. */
export const withdrawReminder = (tx: Tx, visitId: number): Promise<void> =>
  withdrawMessages(tx, 'visit-reminder', visitId)

/**
 * Reminds of a visit whose window still begins on `day`, once for each window (BK-4); doing it twice, or too late, does
 * nothing.
 */
export async function remindVisit(
  ctx: Ctx,
  { visitId, day }: { visitId: number; day: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { visit, ticket } = await lockVisit(tx, visitId)
    if (visit.status !== 'confirmed' && visit.status !== 'proposed') return
    if (dayOf(visit.windowStart) !== day || visit.windowStart <= tx.now()) return
    if (visit.remindedFor?.getTime() === visit.windowStart.getTime()) return
    if (!(await wasTold(tx, visit))) return
    // Nothing of the plan changes: whoever has the visit's form open need not look again.
    await tx.db
      .update(visits)
      .set({ remindedFor: visit.windowStart })
      .where(eq(visits.id, visit.id))
    await recordEvent(
      tx,
      ticket,
      'reminded',
      { start: visit.windowStart.toISOString(), end: visit.windowEnd.toISOString() },
      visit,
    )
    await tellTomorrow(tx, ticket, visit)
  })
}
