import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { custodyReceipts } from '#db/schema/custody.ts'
import { ticketEvents } from '#db/schema/tickets.ts'
import { canMoveTicket } from '#db/vocabulary/tickets.ts'
import { moveTicket, recordEvent, type Ticket } from '#app/domain/tickets/index.server.ts'
import { hasLiveVisit, type Visit } from '#app/domain/visits/index.server.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { addDays, dayOf } from '#app/platform/time.server.ts'

/** How long a matter rests when nobody said when the item should be back. */
const usualDays = 7

/** What left this ticket's home for repair and isn't back, the earliest first. */
export const itemsAway = (ctx: Ctx, ticketId: number) =>
  ctx.db
    .select({
      number: custodyReceipts.number,
      visitId: custodyReceipts.visitId,
      item: custodyReceipts.item,
      backOn: custodyReceipts.backOn,
    })
    .from(custodyReceipts)
    .where(
      and(
        eq(custodyReceipts.ticketId, ticketId),
        eq(custodyReceipts.purpose, 'repair'),
        isNull(custodyReceipts.returnedAt),
      ),
    )
    .orderBy(asc(custodyReceipts.id))

/**
 * A matter whose item is away is not over: it rests until the last one should be back, or waits for its next visit.
 * The caller holds the ticket.
 * @returns whether anything is away
 */
export async function pauseForItems(tx: Tx, ticket: Ticket, visit: Visit): Promise<boolean> {
  const away = await itemsAway(tx, ticket.id)
  if (away.length === 0) return false
  if (await hasLiveVisit(tx, ticket.id, visit.id)) {
    if (canMoveTicket(ticket.status, 'scheduled')) await moveTicket(tx, ticket, 'scheduled')
    return true
  }
  const until = away.map(({ backOn }) => backOn ?? '').reduce((a, b) => (a > b ? a : b))
  const today = dayOf(tx.now())
  const pausedUntil = until > today ? until : addDays(today, until === '' ? usualDays : 1)
  const reason = away.map(({ number, item }) => `${number} ${item}`).join(' · ')
  const facts = { pauseReason: reason, pausedUntil, solution: null, resolvedAt: null }
  if (canMoveTicket(ticket.status, 'paused')) {
    await moveTicket(tx, ticket, 'paused', facts)
  } else if (canMoveTicket(ticket.status, 'triaged')) {
    await moveTicket(tx, ticket, 'triaged', { closedAt: null })
    await moveTicket(tx, { ...ticket, status: 'triaged' }, 'paused', facts)
  } else {
    return true
  }
  const data = { status: [ticket.status, 'paused'], reason, until: pausedUntil, custody: true }
  await recordEvent(tx, ticket, 'paused', data, visit)
  return true
}

/** Takes a matter up again that rested for what has now come back. The caller holds the ticket. */
export async function resumeAfterReturn(tx: Tx, ticket: Ticket): Promise<void> {
  if (ticket.status !== 'paused' || (await itemsAway(tx, ticket.id)).length > 0) return
  if (!(await pausedForItems(tx, ticket))) return
  const to = (await hasLiveVisit(tx, ticket.id)) ? 'scheduled' : 'triaged'
  await moveTicket(tx, ticket, to)
  await recordEvent(tx, ticket, 'resumed', { status: ['paused', to] })
}

async function pausedForItems(tx: Tx, ticket: Ticket): Promise<boolean> {
  const [last] = await tx.db
    .select({
      custody: sql<boolean>`coalesce((${ticketEvents.data} ->> 'custody')::boolean, false)`,
    })
    .from(ticketEvents)
    .where(and(eq(ticketEvents.ticketId, ticket.id), eq(ticketEvents.kind, 'paused')))
    .orderBy(desc(ticketEvents.id))
    .limit(1)
  return last?.custody ?? false
}
