import { and, eq } from 'drizzle-orm'
import { custodyReceipts } from '#db/schema/custody.ts'
import { itemBack } from '#app/domain/returns/index.server.ts'
import { findTicketById, recordEvent, type Ticket } from '#app/domain/tickets/index.server.ts'
import {
  acceptConsent,
  findOwnVisit,
  keepConsent,
  lockVisit,
  ownVisits,
  type Visit,
} from '#app/domain/visits/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { resumeAfterReturn } from './away.server.ts'
import type { GiveBackForm } from './give-back-form.ts'
import { refuseState } from './take-away.server.ts'
import { findReceiptByKey } from './visible-receipts.server.ts'

/**
 * VS-4: the item is back at its home, brought by a visit of the same ticket; the paper is reclaimed, or it is said why
 * it can't be. Twice is once.
 * @throws DomainError not_found for a receipt of another ticket; conflict `keptForGood`, `visitSigned`
 */
export async function giveBack(ctx: Ctx, visitId: number, form: GiveBackForm): Promise<void> {
  authorize(ctx.actor, 'visit:work')
  const { actor } = ctx
  await findOwnVisit(ctx, visitId)
  const drawing = await acceptConsent(form.drawing)
  await inTransaction(ctx, async (tx) => {
    const { visit, ticket } = await lockVisit(tx, visitId, ownVisits(tx.actor))
    if (!(await close(tx, { ticket, visit, form, by: actor }))) return
    await keepConsent(tx, drawing, { ticket, visit, about: form.receipt, name: 'returned' })
  })
}

/** The same without a visit: the customer fetched it, or it was sent to them. */
export async function giveBackAtCounter(ctx: Ctx, form: GiveBackForm): Promise<void> {
  authorize(ctx.actor, 'custody:return')
  const { actor } = ctx
  const { ticketId } = await findReceiptByKey(ctx, form.receipt)
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicketById({ ...tx, actor: { kind: 'job' } }, ticketId, { lock: true })
    await close(tx, { ticket, visit: null, form, by: actor })
  })
}

/** @returns whether it was news */
async function close(
  tx: Tx,
  {
    ticket,
    visit,
    form,
    by,
  }: { ticket: Ticket; visit: Visit | null; form: GiveBackForm; by: StaffActor },
): Promise<boolean> {
  const [receipt] = await tx.db
    .select()
    .from(custodyReceipts)
    .where(and(eq(custodyReceipts.key, form.receipt), eq(custodyReceipts.ticketId, ticket.id)))
    .for('update')
  if (!receipt) throw notFound()
  if (receipt.returnedAt !== null) return false
  if (receipt.purpose === 'exchange') throw refused('keptForGood')
  if (visit) await refuseState(tx, visit)
  const { receivedBy, reclaimed, because } = form
  await tx.db
    .update(custodyReceipts)
    .set({
      returnedAt: tx.now(),
      returnedBy: by.id,
      returnVisitId: visit?.id ?? null,
      receivedBy,
      reclaimed,
      notReclaimedBecause: reclaimed ? null : because,
    })
    .where(eq(custodyReceipts.id, receipt.id))
  const { number, item } = receipt
  await recordEvent(tx, ticket, 'item_returned', { number, item, reclaimed }, visit ?? undefined)
  await resumeAfterReturn(tx, ticket)
  await itemBack(tx, ticket)
  return true
}
