import { and, asc, desc, eq, inArray, ne, or } from 'drizzle-orm'
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
import { visitsOfTicket } from '#app/domain/visits/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { findTicket, type Ticket } from './find-ticket.server.ts'
import { namesOf } from './list-owners.server.ts'
import { brief } from './list-tickets.server.ts'
import { earlierRepair } from './register-ticket.server.ts'
import { visibleTickets } from './visible-tickets.server.ts'
import { warrantyOf } from './warranty.server.ts'

const longest = 500

export type WholeTicket = Awaited<ReturnType<typeof readTicket>>

/** A ticket with everything that belongs to it, for colleagues. @throws DomainError not_found */
export async function readTicket(ctx: Ctx<StaffActor>, number: string) {
  authorize(ctx.actor, 'ticket:read')
  const ticket = await findTicket(ctx, number)
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
  ] = await Promise.all([
    messagesOf(ctx, ticket),
    unreachedOf(ctx, ticket),
    notesOf(ctx, ticket),
    eventsOf(ctx, ticket),
    filesOf(ctx, ticket),
    visitsOfTicket(ctx, ticket.id),
    orderOf(ctx, ticket),
    storeOf(ctx, ticket),
    areaOf(ctx, ticket),
    ticket.orderId === null ? null : warrantyOf(ctx, ticket.orderId, ticket.product),
    earlierRepair(ctx, ticket),
    followUpDue(ctx, ticket),
    otherOpenTickets(ctx, ticket),
  ])
  const names = await namesOf(ctx, [
    ticket.ownerId,
    ticket.takenBy,
    ...told.map((message) => message.authorId),
    ...notes.map((note) => note.authorId),
    ...events.map((event) => event.actorId),
  ])
  return {
    ticket,
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
    names,
  }
}

const messagesOf = (ctx: Ctx, ticket: Ticket) =>
  ctx.db
    .select({
      id: ticketMessages.id,
      direction: ticketMessages.direction,
      authorId: ticketMessages.authorId,
      body: ticketMessages.body,
      createdAt: ticketMessages.createdAt,
      mailStatus: messages.status,
      mailChannel: messages.channel,
      mailSentAt: messages.sentAt,
    })
    .from(ticketMessages)
    .leftJoin(messages, eq(messages.id, ticketMessages.mailId))
    .where(eq(ticketMessages.ticketId, ticket.id))
    .orderBy(asc(ticketMessages.id))
    .limit(longest)

/** What reached nobody and is to be told by phone; what a colleague wrote stands in the conversation itself. */
const unreachedOf = (ctx: Ctx, ticket: Ticket) =>
  ctx.db
    .select({ id: messages.id, template: messages.template, createdAt: messages.createdAt })
    .from(messages)
    .where(
      and(
        eq(messages.ticketId, ticket.id),
        eq(messages.channel, 'log'),
        ne(messages.status, 'withdrawn'),
        ne(messages.template, 'message-to-customer'),
      ),
    )
    .orderBy(asc(messages.createdAt))
    .limit(longest)

const notesOf = (ctx: Ctx, ticket: Ticket) =>
  ctx.db
    .select({
      id: ticketNotes.id,
      authorId: ticketNotes.authorId,
      body: ticketNotes.body,
      createdAt: ticketNotes.createdAt,
    })
    .from(ticketNotes)
    .where(eq(ticketNotes.ticketId, ticket.id))
    .orderBy(asc(ticketNotes.id))
    .limit(longest)

const eventsOf = (ctx: Ctx, ticket: Ticket) =>
  ctx.db
    .select({
      id: ticketEvents.id,
      kind: ticketEvents.kind,
      at: ticketEvents.at,
      actorKind: ticketEvents.actorKind,
      actorId: ticketEvents.actorId,
      data: ticketEvents.data,
    })
    .from(ticketEvents)
    .where(eq(ticketEvents.ticketId, ticket.id))
    .orderBy(desc(ticketEvents.id))
    .limit(longest)

/** Pictures and papers of the ticket and of its visits; a signature belongs to its signed record. */
const filesOf = (ctx: Ctx, ticket: Ticket) =>
  ctx.db
    .select({
      id: attachments.id,
      stage: attachments.stage,
      contentType: attachments.contentType,
      originalName: attachments.originalName,
      createdAt: attachments.createdAt,
    })
    .from(attachments)
    .where(
      and(
        or(
          eq(attachments.ticketId, ticket.id),
          inArray(
            attachments.visitId,
            ctx.db.select({ id: visits.id }).from(visits).where(eq(visits.ticketId, ticket.id)),
          ),
        ),
        ne(attachments.stage, 'signature'),
      ),
    )
    .orderBy(asc(attachments.createdAt))
    .limit(longest)

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
const otherOpenTickets = (ctx: Ctx, ticket: Ticket) =>
  ctx.db
    .select(brief)
    .from(tickets)
    .where(
      and(
        eq(tickets.customerId, ticket.customerId),
        ne(tickets.id, ticket.id),
        inArray(tickets.status, [...openTicketStatuses]),
        visibleTickets(ctx.actor),
      ),
    )
    .orderBy(desc(tickets.createdAt))
    .limit(10)

/** The call that is still to be made, with how the customer would like it (VS-9). */
async function followUpDue(ctx: Ctx, ticket: Ticket) {
  const [due] = await ctx.db
    .select({ dueAt: followUps.dueAt, part: followUps.wishPart, way: followUps.wishWay })
    .from(followUps)
    .innerJoin(visits, eq(visits.id, followUps.visitId))
    .where(and(eq(visits.ticketId, ticket.id), eq(followUps.status, 'due')))
    .limit(1)
  return due ?? null
}
