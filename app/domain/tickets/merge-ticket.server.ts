import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { custodyReceipts } from '#db/schema/custody.ts'
import { tickets } from '#db/schema/tickets.ts'
import { openTicketStatuses } from '#db/vocabulary/tickets.ts'
import { keptOf } from '#app/domain/customers/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { invalid, notFound, refused } from '#app/platform/errors.ts'
import { cleanText, version } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { findTicket, refuseStale, type Ticket } from './find-ticket.server.ts'
import { liveVisits } from './live-visits.server.ts'
import { moveTicket } from './move-ticket.server.ts'
import { recordEvent } from './record-event.server.ts'
import { lockInOrder, takeOver } from './taken-by-merge.server.ts'
import { readTicketNumber } from './ticket-number.ts'
import { visibleTickets } from './visible-tickets.server.ts'

export const MergeTicketForm = z.object({
  version,
  into: z.string({ message: 'validation:ticketNumber' }).transform((typed, ctx) => {
    const number = readTicketNumber(cleanText(typed).slice(0, 40))
    if (number) return number
    ctx.addIssue({ code: 'custom', message: 'validation:ticketNumber' })
    return z.NEVER
  }),
})
export type MergeTicketForm = z.output<typeof MergeTicketForm>

/**
 * IN-6: this ticket turned out to be another one. It ends as cancelled and the other speaks for it; nothing it has is
 * moved, so that the merge can be undone; that the customer was called and whose it is goes over to the other. The same merge twice is one.
 * @throws DomainError conflict when either has moved on, visits or items hang on it, or they are of two people
 */
export async function mergeTicket(
  ctx: Ctx,
  number: string,
  { into, version }: MergeTicketForm,
): Promise<void> {
  authorize(ctx.actor, 'ticket:merge')
  await inTransaction(ctx, async (tx) => {
    const [source, target] = await lockBoth(tx, number, into)
    if (source.mergedIntoId === target.id) return
    refuseStale(source, version)
    if (!openTicketStatuses.some((status) => status === source.status)) {
      throw refused('ticketNotInState')
    }
    if (target.status === 'cancelled') throw refused('mergeTargetCancelled')
    if ((await keptOf(tx, source.customerId)) !== (await keptOf(tx, target.customerId))) {
      throw refused('mergeOfTwoPeople')
    }
    if ((await liveVisits(tx, source)).length > 0) throw refused('visitStillPlanned')
    if (await itemsOut(tx, source)) throw refused('mergeItemsOut')
    await moveTicket(tx, source, 'cancelled', { closedAt: tx.now(), mergedIntoId: target.id })
    const { status, pausedUntil, pauseReason } = source
    await recordEvent(tx, source, 'merged', {
      status: [status, 'cancelled'],
      into: true,
      number: target.number,
      ...(status === 'paused' ? { pausedUntil, pauseReason } : {}),
    })
    const taken = await takeOver(tx, source, target)
    await recordEvent(tx, target, 'merged', { into: false, number: source.number, ...taken })
  })
}

async function lockBoth(tx: Tx, number: string, into: string): Promise<[Ticket, Ticket]> {
  const source = await findTicket(tx, number)
  const [target] = await tx.db
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(eq(tickets.number, into), visibleTickets(tx.actor)))
  if (!target) throw invalid('mergeTargetUnknown')
  if (target.id === source.id) throw invalid('mergeWithItself')
  const rows = await lockInOrder(tx, [source.id, target.id])
  const byId = (id: number) => {
    const row = rows.find((one) => one.id === id)
    if (!row) throw notFound()
    return row
  }
  return [byId(source.id), byId(target.id)]
}

async function itemsOut(tx: Tx, ticket: Pick<Ticket, 'id'>): Promise<boolean> {
  const rows = await tx.db
    .select({ id: custodyReceipts.id })
    .from(custodyReceipts)
    .where(
      and(
        eq(custodyReceipts.ticketId, ticket.id),
        eq(custodyReceipts.purpose, 'repair'),
        isNull(custodyReceipts.returnedAt),
      ),
    )
    .limit(1)
  return rows.length > 0
}
