import { and, eq, type SQL, sql } from 'drizzle-orm'
import { isOpen, ticketMessages, tickets } from '#db/schema/tickets.ts'
import type { TicketEventKind } from '#db/vocabulary/tickets.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { nextStaffed, serviceHours } from '#app/platform/service-hours.server.ts'
import { instantAt } from '#app/platform/time.server.ts'
import { askedStanding } from './other-person.server.ts'

/** The customer waits for an answer. */
const asks: ReadonlySet<TicketEventKind> = new Set<TicketEventKind>([
  'message_from_customer',
  'mail_received',
  'other_person_asked',
  'unsolved_told',
])
/** What only a customer's doing it makes a question. */
const asksFromCustomer: ReadonlySet<TicketEventKind> = new Set<TicketEventKind>([
  'photos_added',
  'crew_no_show',
])
/** They were answered, or there is nothing left to answer. */
const answers: ReadonlySet<TicketEventKind> = new Set<TicketEventKind>([
  'message_to_customer',
  'first_contact',
  'resolved',
  'closed',
  'cancelled',
])
/** Of these, what leaves the matter open. */
const tells: ReadonlySet<TicketEventKind> = new Set<TicketEventKind>([
  'message_to_customer',
  'first_contact',
])
/** Somebody said or did something, without a fact of the ticket changing. */
const stirs: ReadonlySet<TicketEventKind> = new Set<TicketEventKind>([
  'call_missed',
  'note_added',
  'rated',
  'handed_over',
  'handover_declined',
])

/** The ticket is to be looked at again when this event says so, and stands as changed from now on. */
export async function settleFollowUp(
  tx: Tx,
  ticket: { id: number },
  kind: TicketEventKind,
): Promise<void> {
  const followUpAt = await followUpAfter(tx, ticket, kind)
  if (followUpAt === undefined && !stirs.has(kind)) return
  await tx.db
    .update(tickets)
    .set({ ...(followUpAt === undefined ? {} : { followUpAt }), updatedAt: tx.now() })
    .where(eq(tickets.id, ticket.id))
}

/** Whether it is to be looked at again, and when; undefined leaves it as it was. */
async function followUpAfter(
  tx: Tx,
  { id }: { id: number },
  kind: TicketEventKind,
): Promise<Date | SQL | null | undefined> {
  if (asks.has(kind)) return tx.now()
  if (asksFromCustomer.has(kind)) return tx.actor.kind === 'customer' ? tx.now() : undefined
  // IN-9: who asked for somebody else waits until that is decided, whatever else they are told.
  if (tells.has(kind) && (await toDecide(tx, id))) return undefined
  // A pause keeps its day, whatever is answered meanwhile.
  if (answers.has(kind) || kind === 'paused') return pauseOver(tx, id)
  if (kind === 'merged') return goesOn(tx, id)
  if (kind === 'unmerged') return (await customerHadLastWord(tx, id)) ?? undefined
  if (kind === 'resumed') return customerHadLastWord(tx, id)
  return undefined
}

async function toDecide(tx: Tx, id: number): Promise<boolean> {
  const [open] = await tx.db
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(eq(tickets.id, id), isOpen(tickets.status)))
  return open !== undefined && (await askedStanding(tx, id)).length > 0
}

/** IN-6: whoever waits for an answer on what was merged away waits for it on the ticket that goes on. */
async function goesOn(tx: Tx, id: number): Promise<SQL> {
  await tx.db.execute(sql`
    update tickets set follow_up_at = least(tickets.follow_up_at, gone.follow_up_at)
    from tickets as gone
    where gone.id = ${id} and tickets.id = gone.merged_into_id
      and gone.follow_up_at <= ${tx.now().toISOString()}::timestamptz`)
  return sql`case when ${tickets.mergedIntoId} is null then ${tickets.followUpAt} end`
}

/** The pause is over, its day no longer counts; a question from before it does. */
async function customerHadLastWord(tx: Tx, id: number): Promise<Date | null> {
  const [last] = await tx.db
    .select({ direction: ticketMessages.direction })
    .from(ticketMessages)
    .where(eq(ticketMessages.ticketId, id))
    .orderBy(sql`${ticketMessages.id} desc`)
    .limit(1)
  return last?.direction === 'from_customer' ? tx.now() : null
}

/** When the desk opens on the day a pause is over; null for what isn't paused. */
async function pauseOver(tx: Tx, id: number): Promise<Date | null> {
  const [paused] = await tx.db
    .select({ until: tickets.pausedUntil })
    .from(tickets)
    .where(and(eq(tickets.id, id), eq(tickets.status, 'paused')))
  return paused?.until ? openingOn(tx, paused.until) : null
}

/** When the desk opens on this day, or next after it. */
export async function openingOn(tx: Tx, day: string): Promise<Date> {
  const dawn = instantAt(day, '00:00')
  return nextStaffed(await serviceHours(tx), dawn) ?? dawn
}
