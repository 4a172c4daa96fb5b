import { and, desc, eq, inArray, ne } from 'drizzle-orm'
import { orders } from '#db/schema/customers.ts'
import { areas, stores } from '#db/schema/stores.ts'
import { tickets } from '#db/schema/tickets.ts'
import { openTicketStatuses } from '#db/vocabulary/tickets.ts'
import { clocksOf } from '#app/domain/clocks/index.server.ts'
import { rowsOfPerson } from '#app/domain/customers/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { findTicket, type Ticket } from './find-ticket.server.ts'
import { keptOpenBy } from './kept-open.server.ts'
import { namesOf } from './list-owners.server.ts'
import { brief } from './list-tickets.server.ts'
import {
  eventsOf,
  filesOf,
  followUpDue,
  messagesOf,
  notesOf,
  unreachedOf,
  visitsOfMatter,
} from './matter-rows.server.ts'
import { mergedInto } from './merged-tickets.server.ts'
import { askedStanding } from './other-person.server.ts'
import { earlierRepair } from './register-ticket.server.ts'
import { talkExtras } from './talk-extras.server.ts'
import { unsolvedSince } from './unsolved.server.ts'
import { visibleTickets } from './visible-tickets.server.ts'
import { warrantyOf } from './warranty.server.ts'

export type WholeTicket = Awaited<ReturnType<typeof readTicket>>

/** A ticket with everything that belongs to it, for colleagues. @throws DomainError not_found */
export async function readTicket(ctx: Ctx<StaffActor>, number: string) {
  authorize(ctx.actor, 'ticket:read')
  const ticket = await findTicket(ctx, number)
  const [merged, speaker, person] = await Promise.all([
    mergedInto(ctx, ticket.id),
    mergedWith(ctx, ticket),
    rowsOfPerson(ctx, ticket.customerId),
  ])
  // IN-6: it shows what the ticket has and what was merged into it.
  const matter = [ticket.id, ...merged.map(({ id }) => id)]
  const [
    told,
    unreached,
    notes,
    events,
    files,
    visited,
    order,
    store,
    area,
    warranty,
    rework,
    due,
    others,
    extras,
    clocks,
    asked,
    kept,
  ] = await Promise.all([
    messagesOf(ctx, matter),
    unreachedOf(ctx, matter),
    notesOf(ctx, matter),
    eventsOf(ctx, matter),
    filesOf(ctx, matter),
    visitsOfMatter(ctx, matter),
    orderOf(ctx, ticket),
    storeOf(ctx, ticket),
    areaOf(ctx, ticket),
    ticket.orderId === null ? null : warrantyOf(ctx, ticket.orderId, ticket.product),
    earlierRepair(ctx, ticket, person),
    followUpDue(ctx, matter),
    otherOpenTickets(ctx, ticket, person),
    talkExtras(ctx, matter),
    clocksOf(ctx, [ticket.id]),
    askedStanding(ctx, ticket.id),
    keptOpenBy(ctx, ticket),
  ])
  const open = openTicketStatuses.some((status) => status === ticket.status)
  const names = await namesOf(ctx, [
    ticket.ownerId,
    ticket.takenBy,
    ...merged.map((one) => one.takenBy),
    ...told.map((message) => message.authorId),
    ...notes.map((note) => note.authorId),
    ...events.map((event) => event.actorId),
  ])
  return {
    ticket,
    merged,
    /** What speaks for it now, when it was merged. */
    mergedInto: speaker,
    messages: told,
    unreached,
    notes,
    events,
    files,
    visits: visited,
    order,
    store,
    area,
    warranty,
    /** IN-9: the customer asked for somebody else, and it isn't decided. */
    asked,
    /** What it can't end before. */
    kept,
    reworkOf: rework?.number ?? null,
    followUp: due,
    unsolved: open ? null : await unsolvedSince(ctx, events),
    others,
    extras,
    clocks: clocks.get(ticket.id) ?? [],
    names,
  }
}

async function mergedWith(ctx: Ctx, ticket: Ticket): Promise<string | null> {
  if (ticket.mergedIntoId === null) return null
  const [other] = await ctx.db
    .select({ number: tickets.number })
    .from(tickets)
    .where(eq(tickets.id, ticket.mergedIntoId))
  return other?.number ?? null
}

async function orderOf(ctx: Ctx, ticket: Ticket) {
  if (ticket.orderId === null) return null
  const [order] = await ctx.db
    .select({ number: orders.number, deliveredOn: orders.deliveredOn, clerk: orders.clerk })
    .from(orders)
    .where(eq(orders.id, ticket.orderId))
  return order ?? null
}

async function areaOf(ctx: Ctx, ticket: Ticket) {
  if (ticket.areaId === null) return null
  const [area] = await ctx.db
    .select({ zh: areas.nameZh, en: areas.nameEn })
    .from(areas)
    .where(eq(areas.id, ticket.areaId))
  return area ?? null
}

async function storeOf(ctx: Ctx, ticket: Ticket) {
  if (ticket.storeId === null) return null
  const [store] = await ctx.db
    .select({ zh: stores.nameZh, en: stores.nameEn, closedAt: stores.closedAt })
    .from(stores)
    .where(eq(stores.id, ticket.storeId))
  return store ?? null
}

/** What else of the same customer is open, the latest first. */
const otherOpenTickets = (ctx: Ctx, ticket: Ticket, person: number[]) =>
  ctx.db
    .select({ ...brief, product: tickets.product })
    .from(tickets)
    .where(
      and(
        inArray(tickets.customerId, person),
        ne(tickets.id, ticket.id),
        inArray(tickets.status, [...openTicketStatuses]),
        visibleTickets(ctx.actor),
      ),
    )
    .orderBy(desc(tickets.createdAt))
    .limit(10)
