import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm'
import { orders } from '#db/schema/customers.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { messages } from '#db/schema/messages.ts'
import { areas, stores } from '#db/schema/stores.ts'
import {
  attachments,
  ticketEvents,
  ticketMessages,
  ticketNotes,
  tickets,
} from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { openTicketStatuses } from '#db/vocabulary/tickets.ts'
import { clocksOf } from '#app/domain/clocks/index.server.ts'
import { rowsOfPerson } from '#app/domain/customers/index.server.ts'
import { visitsOfTicket } from '#app/domain/visits/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { findTicket, type Ticket } from './find-ticket.server.ts'
import { namesOf } from './list-owners.server.ts'
import { brief } from './list-tickets.server.ts'
import { filesOfMatter, mergedInto } from './merged-tickets.server.ts'
import { earlierRepair } from './register-ticket.server.ts'
import { talkExtras } from './talk-extras.server.ts'
import { visibleTickets } from './visible-tickets.server.ts'
import { warrantyOf } from './warranty.server.ts'

const longest = 500

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
  ])
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
    reworkOf: rework?.number ?? null,
    followUp: due,
    others,
    extras,
    clocks: clocks.get(ticket.id) ?? [],
    names,
  }
}

async function visitsOfMatter(ctx: Ctx, matter: number[]) {
  const found = await Promise.all(matter.map((id) => visitsOfTicket(ctx, id)))
  return found.flat().sort((a, b) => a.windowStart.getTime() - b.windowStart.getTime())
}

async function mergedWith(ctx: Ctx, ticket: Ticket): Promise<string | null> {
  if (ticket.mergedIntoId === null) return null
  const [other] = await ctx.db
    .select({ number: tickets.number })
    .from(tickets)
    .where(eq(tickets.id, ticket.mergedIntoId))
  return other?.number ?? null
}

const messagesOf = (ctx: Ctx, matter: number[]) =>
  ctx.db
    .select({
      id: ticketMessages.id,
      direction: ticketMessages.direction,
      ticketId: ticketMessages.ticketId,
      authorId: ticketMessages.authorId,
      body: ticketMessages.body,
      createdAt: ticketMessages.createdAt,
      mailId: ticketMessages.mailId,
      mailStatus: messages.status,
      mailChannel: messages.channel,
      mailSentAt: messages.sentAt,
    })
    .from(ticketMessages)
    .leftJoin(messages, eq(messages.id, ticketMessages.mailId))
    .where(inArray(ticketMessages.ticketId, matter))
    .orderBy(asc(ticketMessages.id))
    .limit(longest)

/** What reached nobody and is to be told by phone; what a colleague wrote stands in the conversation itself. */
const unreachedOf = (ctx: Ctx, matter: number[]) =>
  ctx.db
    .select({ id: messages.id, template: messages.template, createdAt: messages.createdAt })
    .from(messages)
    .where(
      and(
        inArray(messages.ticketId, matter),
        eq(messages.channel, 'log'),
        ne(messages.status, 'withdrawn'),
        ne(messages.template, 'message-to-customer'),
      ),
    )
    .orderBy(asc(messages.createdAt))
    .limit(longest)

const notesOf = (ctx: Ctx, matter: number[]) =>
  ctx.db
    .select({
      id: ticketNotes.id,
      ticketId: ticketNotes.ticketId,
      authorId: ticketNotes.authorId,
      body: ticketNotes.body,
      createdAt: ticketNotes.createdAt,
    })
    .from(ticketNotes)
    .where(inArray(ticketNotes.ticketId, matter))
    .orderBy(asc(ticketNotes.id))
    .limit(longest)

const eventsOf = (ctx: Ctx, matter: number[]) =>
  ctx.db
    .select({
      id: ticketEvents.id,
      ticketId: ticketEvents.ticketId,
      kind: ticketEvents.kind,
      at: ticketEvents.at,
      actorKind: ticketEvents.actorKind,
      actorId: ticketEvents.actorId,
      data: ticketEvents.data,
    })
    .from(ticketEvents)
    .where(inArray(ticketEvents.ticketId, matter))
    .orderBy(desc(ticketEvents.id))
    .limit(longest)

/** Pictures and papers of the ticket and of its visits; a signature belongs to its signed record. */
async function filesOf(ctx: Ctx, matter: number[]) {
  const theirs = await filesOfMatter(ctx, matter)
  return ctx.db
    .select({
      id: attachments.id,
      stage: attachments.stage,
      contentType: attachments.contentType,
      originalName: attachments.originalName,
      createdAt: attachments.createdAt,
    })
    .from(attachments)
    .where(and(theirs, ne(attachments.stage, 'signature')))
    .orderBy(asc(attachments.createdAt))
    .limit(longest)
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
    .select({ zh: stores.nameZh, en: stores.nameEn })
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

/** The call that is still to be made, with how the customer would like it (VS-9). */
async function followUpDue(ctx: Ctx, matter: number[]) {
  const [due] = await ctx.db
    .select({ dueAt: followUps.dueAt, part: followUps.wishPart, way: followUps.wishWay })
    .from(followUps)
    .innerJoin(visits, eq(visits.id, followUps.visitId))
    .where(and(inArray(visits.ticketId, matter), eq(followUps.status, 'due')))
    .limit(1)
  return due ?? null
}
