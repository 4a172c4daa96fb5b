import { eq } from 'drizzle-orm'
import { crews } from '#db/schema/crews.ts'
import { custodyReceipts } from '#db/schema/custody.ts'
import { writeToCustomer } from '#app/domain/messages/index.server.ts'
import { makePrivateLink, recordEvent, type Ticket } from '#app/domain/tickets/index.server.ts'
import {
  acceptConsent,
  changeVisit,
  findOwnVisit,
  isSigned,
  keepConsent,
  lockVisit,
  ownVisits,
  type Visit,
} from '#app/domain/visits/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { invalid, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { pauseForItems } from './away.server.ts'
import { collectsOriginal } from './collects-original.server.ts'
import type { TakeAwayForm } from './take-away-form.ts'

type Receipt = typeof custodyReceipts.$inferSelect

/**
 * VS-4, VS-5: takes an item along against a receipt, which the customer gets in writing at once; from the arrival until
 * the customer has signed. The same form sent twice is one receipt.
 * @throws DomainError conflict `notAnExchange`, `visitSigned`, `stepOutOfOrder`; invalid `backOnPast`
 */
export async function takeAway(ctx: Ctx, visitId: number, form: TakeAwayForm): Promise<void> {
  authorize(ctx.actor, 'visit:work')
  const { actor } = ctx
  await findOwnVisit(ctx, visitId)
  const drawing = await acceptConsent(form.drawing)
  const { submissionKey: key, purpose, item, condition, reason, handedBy } = form
  const backOn = purpose === 'repair' ? form.backOn : null
  await inTransaction(ctx, async (tx) => {
    const { visit, ticket } = await lockVisit(tx, visitId, ownVisits(tx.actor))
    const [receipt] = await tx.db
      .insert(custodyReceipts)
      .values({
        key,
        visitId,
        ticketId: ticket.id,
        purpose,
        item,
        condition,
        reason,
        backOn,
        takenAt: tx.now(),
        takenBy: actor.id,
        handedBy,
      })
      .onConflictDoNothing({ target: custodyReceipts.key })
      .returning()
    if (!receipt) return
    await refuseState(tx, visit)
    if (purpose === 'exchange' && !(await mayCollect(tx, visit, ticket))) {
      throw refused('notAnExchange')
    }
    if (backOn !== null && backOn < dayOf(tx.now())) throw invalid('backOnPast')
    const { number } = receipt
    await recordEvent(tx, ticket, 'item_taken', { number, purpose, item, backOn }, visit)
    await keepConsent(tx, drawing, { ticket, visit, about: key, name: 'taken' })
    if (purpose === 'exchange' && visit.notCollectedBecause !== null) {
      await changeVisit(tx, visit, { notCollectedBecause: null })
    }
    if (purpose === 'repair' && visit.status === 'finished') {
      await changeVisit(tx, visit, { outcome: 'taken_away' })
      await pauseForItems(tx, ticket, visit)
    }
    await giveReceipt(tx, { ticket, visit, receipt, takenBy: actor })
  })
}

/** VS-5 */
const mayCollect = async (tx: Tx, visit: Visit, ticket: Ticket) =>
  ticket.kind === 'exchange' || (await collectsOriginal(tx, visit, ticket)) !== null

/** What is taken is still of this visit until it is signed. */
export async function refuseState(tx: Tx, visit: Visit): Promise<void> {
  if (visit.status === 'cancelled') throw refused('visitCancelled')
  if (await isSigned(tx, visit.id)) throw refused('visitSigned')
  const there = ['arrived', 'working', 'finished'] as const
  if (!there.some((status) => status === visit.status)) throw refused('stepOutOfOrder')
}

/** The mail is the receipt itself; who has none of ours reads it on paper. */
async function giveReceipt(
  tx: Tx,
  {
    ticket,
    visit,
    receipt,
    takenBy,
  }: { ticket: Ticket; visit: Visit; receipt: Receipt; takenBy: StaffActor },
): Promise<void> {
  const [crew] = await tx.db
    .select({ crewZh: crews.nameZh, crewEn: crews.nameEn })
    .from(crews)
    .where(eq(crews.id, visit.crewId!))
  await writeToCustomer(tx, {
    to: ticket,
    template: 'custody-receipt',
    ticketId: ticket.id,
    visitId: visit.id,
    facts: {
      name: ticket.name,
      number: ticket.number,
      receipt: receipt.number,
      purpose: receipt.purpose,
      item: receipt.item,
      condition: receipt.condition,
      reason: receipt.reason,
      backOn: receipt.backOn,
      takenAt: receipt.takenAt.toISOString(),
      takenBy: takenBy.name,
      ...crew!,
      handedBy: receipt.handedBy,
      address: ticket.address,
      linkId: await makePrivateLink(tx, { purpose: 'track', ticketId: ticket.id }),
    },
  })
}
