import { eq } from 'drizzle-orm'
import { returnConsequences } from '#db/schema/returns.ts'
import type { TicketStatus } from '#db/vocabulary/tickets.ts'
import { changeConsequence, type Consequence } from '#app/domain/consequences/index.server.ts'
import {
  bookVisit,
  refusingDisorder,
  tellBooked,
  visitableTicketStatuses,
} from '#app/domain/visits/index.server.ts'
import { findWindow, lockDays, type Window, windowGone } from '#app/domain/windows/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { collectedBy } from './collected-by.server.ts'
import { findCase, type Found } from './find-case.server.ts'

/** A decided case has been assessed, whatever its ticket still says. */
const bookable: readonly TicketStatus[] = ['new', ...visitableTicketStatuses]

/**
 * RX-4: books the visit a decision asked for into a window, on a crew at once; the customer is told. A delivery comes
 * after the collection it is linked to, and no visit before the day its goods are promised.
 * @returns the visit's key; that of the one booked before, when it is booked already
 * @throws DomainError not_found; conflict `windowGone`, `goodsNotThere`, `collectionFirst`, `collectionLater`
 */
export async function bookConsequence(
  ctx: Ctx,
  number: string,
  id: number,
  windowId: number,
): Promise<number> {
  authorize(ctx.actor, 'visit:propose')
  const { id: bookedBy } = ctx.actor
  return refusingDisorder(() =>
    inTransaction(ctx, async (tx) => {
      const window = await findWindow(tx, windowId)
      if (!window) throw windowGone()
      await lockDays(tx, [window.day])
      const found = await findCase(tx, number, { lock: true })
      const consequence = await visitConsequence(tx, found, id)
      if (consequence.visitId !== null) return consequence.visitId
      if (found.case.status !== 'acting') throw refused('caseNotInState')
      return bookHeldConsequence(tx, found, { consequence, window, bookedBy })
    }),
  )
}

/** The same inside a verb that holds the window's day, the ticket and the case, and refuses disorder. */
export async function bookHeldConsequence(
  tx: Tx,
  found: Found,
  { consequence, window, bookedBy }: { consequence: Consequence; window: Window; bookedBy: string },
): Promise<number> {
  const { ticket } = found
  if (!bookable.includes(ticket.status)) throw refused('visitTicketNotReady')
  const fits = window.areaId === ticket.areaId && window.skill === consequence.skill
  if (!fits || window.startsAt <= tx.now()) throw windowGone()
  const after = await collectedBy(tx, consequence)
  if (after && window.startsAt < after.windowEnd) throw refused('collectionLater')
  const work = workOf(ticket, consequence)
  const visit = await bookVisit(tx, ticket, {
    windowId: window.id,
    work,
    bookedBy,
    ...(after ? { after } : {}),
  })
  await changeConsequence(tx, consequence, 'going', {
    visitId: visit.id,
    startedAt: tx.now(),
    startedBy: bookedBy,
  })
  await tellBooked(tx, ticket, visit, { service: window.service, work })
  return visit.id
}

/** What the crew comes for, in the customer's language as all that is kept of their matter. */
function workOf({ locale }: Found['ticket'], { kind, what, afterId }: Consequence): string {
  const t = translate(locale)
  switch (kind) {
    case 'collection':
    case 'delivery':
      return t(`returns:supply.work.${kind}`, { what })
    default:
      // A repair that waits for nothing is described; one that waits for a part fits it.
      return afterId === null ? what : t('returns:supply.work.part', { what })
  }
}

async function visitConsequence(tx: Tx, { case: one }: Found, id: number): Promise<Consequence> {
  const [consequence] = await tx.db
    .select()
    .from(returnConsequences)
    .where(eq(returnConsequences.id, id))
  if (consequence?.caseId !== one.id || consequence.skill === null) throw notFound()
  return consequence
}
