import { and, eq, isNull, notExists } from 'drizzle-orm'
import { custodyReceipts } from '#db/schema/custody.ts'
import { returnCases, returnConsequences } from '#db/schema/returns.ts'
import { visits } from '#db/schema/visits.ts'
import type { VisitOutcome } from '#db/vocabulary/work.ts'
import {
  changeConsequence,
  type Consequence,
  consequenceOfVisit,
  reopenConsequenceOf,
} from '#app/domain/consequences/index.server.ts'
import type { Ticket } from '#app/domain/tickets/index.server.ts'
import type { Visit } from '#app/domain/visits/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { settleCase } from './settle-case.server.ts'

/**
 * RX-4: the work of a visit that a decision asked for is over. Done, it is done. What couldn't be done, and a collection
 * on which nothing was collected, is to be booked again. While an item is away for repair (VS-4) it goes on until that
 * is back. The original of a delivery that was to take it along and didn't is collected by a visit of its own (VS-5).
 * The caller holds the ticket and the visit, whose outcome this is.
 */
export async function visitOver(tx: Tx, visit: Visit, outcome: VisitOutcome): Promise<void> {
  const consequence = await consequenceOfVisit(tx, visit.id)
  if (consequence?.status !== 'going') return
  if (outcome === 'taken_away') return
  const left = visit.notCollectedBecause !== null
  if (outcome === 'escalated' || (consequence.kind === 'collection' && left)) {
    await reopenConsequenceOf(tx, visit.id)
    return
  }
  await finish(tx, consequence)
  if (consequence.collects && left) await collectLater(tx, consequence)
  await settleCase(tx, consequence.caseId)
}

/**
 * VS-4: what was away for repair is back at its home, and with the last of it the visit that took it along has done what
 * it was for. The caller holds the ticket.
 */
export async function itemBack(tx: Tx, ticket: Pick<Ticket, 'id'>): Promise<void> {
  const stillAway = tx.db
    .select({ id: custodyReceipts.id })
    .from(custodyReceipts)
    .where(
      and(
        eq(custodyReceipts.visitId, visits.id),
        eq(custodyReceipts.purpose, 'repair'),
        isNull(custodyReceipts.returnedAt),
      ),
    )
  const over = await tx.db
    .select({ consequence: returnConsequences })
    .from(returnConsequences)
    .innerJoin(visits, eq(visits.id, returnConsequences.visitId))
    .where(
      and(
        eq(visits.ticketId, ticket.id),
        eq(visits.outcome, 'taken_away'),
        eq(returnConsequences.status, 'going'),
        notExists(stillAway),
      ),
    )
  for (const { consequence } of over) {
    await finish(tx, consequence)
    await settleCase(tx, consequence.caseId)
  }
}

const finish = (tx: Tx, consequence: Consequence) =>
  changeConsequence(tx, consequence, 'done', {
    doneAt: tx.now(),
    doneBy: tx.actor.kind === 'staff' ? tx.actor.id : null,
  })

/** Nothing is lost with it: the original waits for its own visit now. */
async function collectLater(tx: Tx, delivery: Consequence): Promise<void> {
  const { id, caseId, decisionId, skill } = delivery
  const [one] = await tx.db
    .select({ product: returnCases.product })
    .from(returnCases)
    .where(eq(returnCases.id, caseId))
  const [collection] = await tx.db
    .insert(returnConsequences)
    .values({
      ...{ caseId, decisionId, skill },
      kind: 'collection',
      what: one!.product,
      madeAt: tx.now(),
    })
    .returning({ id: returnConsequences.id })
  await tx.db
    .update(returnConsequences)
    .set({ afterId: collection!.id })
    .where(and(eq(returnConsequences.afterId, id), eq(returnConsequences.kind, 'original')))
}
