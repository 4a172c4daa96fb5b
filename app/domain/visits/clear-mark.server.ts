import { and, eq } from 'drizzle-orm'
import { siteChecks } from '#db/schema/bookings.ts'
import type { VisitMarkKind } from '#db/vocabulary/visits.ts'
import { withdrawMessages } from '#app/domain/messages/index.server.ts'
import { recordEvent, type Ticket } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { lockVisit, type Visit } from './find-visit.server.ts'
import { closeMark, openMark } from './mark-visit.server.ts'
import { marksOf } from './marks.server.ts'

/**
 * BK-6: nothing stands in the visit's way any more. When the customer had said the room isn't ready, their answer is
 * changed with it; what an order still waits for arrives with its goods alone. Twice is once.
 */
export async function clearMark(ctx: Ctx, id: number, kind: VisitMarkKind): Promise<void> {
  authorize(ctx.actor, 'visit:change')
  await inTransaction(ctx, async (tx) => {
    if (await clearHeldMark(tx, await lockVisit(tx, id), kind)) return
    const left = (await marksOf(tx, [id])).get(id) ?? []
    if (left.some((one) => one.kind === kind)) throw refused('markOfOrder')
  })
}

/**
 * The same inside a verb that does more. The caller holds the ticket and the visit.
 * @returns whether there was a mark
 */
export async function clearHeldMark(
  tx: Tx,
  { ticket, visit }: { ticket: Ticket; visit: Visit },
  kind: VisitMarkKind,
): Promise<boolean> {
  const mark = await openMark(tx, visit.id, kind)
  if (mark) await closeMark(tx, mark.id)
  const readied = kind === 'site_not_ready' && (await nowReady(tx, ticket))
  if (!mark && !readied) return false
  await recordEvent(
    tx,
    ticket,
    'visit_mark_cleared',
    { mark: kind, ...(mark ? { note: mark.note } : {}) },
    visit,
  )
  if (kind === 'parts_short') await withdrawMessages(tx, 'visit-parts-short', visit.id)
  return true
}

/** @returns whether the customer's answer was another one */
async function nowReady(tx: Tx, ticket: Ticket): Promise<boolean> {
  const changed = await tx.db
    .update(siteChecks)
    .set({ roomReady: true, answeredAt: tx.now() })
    .where(and(eq(siteChecks.ticketId, ticket.id), eq(siteChecks.roomReady, false)))
    .returning({ ticketId: siteChecks.ticketId })
  return changed.length > 0
}
