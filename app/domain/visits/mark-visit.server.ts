import { and, eq, isNull } from 'drizzle-orm'
import { visitMarks } from '#db/schema/visits.ts'
import { withdrawMessages } from '#app/domain/messages/index.server.ts'
import { recordEvent, type Ticket } from '#app/domain/tickets/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { invalid, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { lockVisit, type Visit } from './find-visit.server.ts'
import type { MarkVisitForm } from './mark-visit-form.ts'
import { wasTold } from './tell-customer.server.ts'
import { tellPartsShort } from './tell-parts-short.server.ts'

/**
 * BK-6: says before the day why a visit may come to nothing. The customer is told of missing parts, again when what is
 * said of them changes; what was told and didn't go out yet is taken back. The same mark twice is one mark.
 */
export async function markVisit(ctx: Ctx, id: number, form: MarkVisitForm): Promise<void> {
  authorize(ctx.actor, 'visit:change')
  const { actor } = ctx
  if (form.expectedOn !== null && form.expectedOn < dayOf(ctx.now())) throw invalid('markPast')
  await inTransaction(ctx, async (tx) => {
    const held = await lockVisit(tx, id)
    refuseUnmarkable(held.visit)
    await markHeldVisit(tx, actor, held, form)
  })
}

/**
 * The same inside a verb that does more. The caller holds the ticket and the visit, which its crew has not set out for.
 * @param more goes into the history with it
 */
export async function markHeldVisit(
  tx: Tx,
  { id: madeBy }: StaffActor,
  { ticket, visit }: { ticket: Ticket; visit: Visit },
  { kind, note, expectedOn, tell }: MarkVisitForm,
  more: Record<string, unknown> = {},
): Promise<void> {
  const { id } = visit
  const before = await openMark(tx, id, kind)
  if (before?.note === note && before.expectedOn === expectedOn) return
  if (before) await closeMark(tx, before.id)
  await tx.db
    .insert(visitMarks)
    .values({ visitId: id, kind, note, expectedOn, madeAt: tx.now(), madeBy })
  const told = kind === 'parts_short' && tell && (await wasTold(tx, visit))
  await recordEvent(
    tx,
    ticket,
    'visit_marked',
    {
      mark: kind,
      note,
      ...(before ? { before: before.note } : {}),
      ...(expectedOn ? { expectedOn } : {}),
      told,
      ...more,
    },
    visit,
  )
  if (kind !== 'parts_short') return
  await withdrawMessages(tx, 'visit-parts-short', id)
  if (told) await tellPartsShort(tx, ticket, visit, { note, expectedOn })
}

/** @throws DomainError conflict when the crew is on its way, or there is nothing to come any more */
function refuseUnmarkable({ status }: Visit): void {
  if (status === 'cancelled') throw refused('visitCancelled')
  if (status === 'finished') throw refused('visitFinished')
  if (status !== 'proposed' && status !== 'confirmed') throw refused('markUnderWay')
}

export async function openMark(tx: Tx, visitId: number, kind: MarkVisitForm['kind']) {
  const [mark] = await tx.db
    .select()
    .from(visitMarks)
    .where(
      and(eq(visitMarks.visitId, visitId), eq(visitMarks.kind, kind), isNull(visitMarks.clearedAt)),
    )
  return mark
}

export async function closeMark(tx: Tx, id: number): Promise<void> {
  await tx.db
    .update(visitMarks)
    .set({ clearedAt: tx.now(), clearedBy: tx.actor.kind === 'staff' ? tx.actor.id : null })
    .where(eq(visitMarks.id, id))
}
