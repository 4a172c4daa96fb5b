import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { ticketEvents, ticketMessages } from '#db/schema/tickets.ts'
import { openTicketStatuses, publicEventKinds } from '#db/vocabulary/tickets.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { findTicketById } from './find-ticket.server.ts'
import { matterOf } from './merged-tickets.server.ts'
import { type PublicEvent, toldOf } from './told-event.ts'
import { itemsTaken } from './tracked-day.server.ts'
import { visiblePictures } from './tracked-files.server.ts'
import { agreedVisits } from './tracked-visits.server.ts'
import { unsolvedKinds, unsolvedSince } from './unsolved.server.ts'
import { warrantyOf } from './warranty.server.ts'
import { mayWithdraw } from './withdraw-report.server.ts'

type Read = Awaited<ReturnType<typeof readTrackedTicket>>
/** What the page is told; why a visit may still be moved is not the customer's to read. */
export type TrackedVisit = Omit<Read['visits'][number], 'stranded'>
export type TrackedTicket = Omit<Read, 'visits'> & { visits: TrackedVisit[] }

/** A ticket as its customer sees it: public facts alone, never a note, a cost or a colleague's field. */
export async function readTrackedTicket(ctx: Ctx<CustomerActor>) {
  const ticket = await findTicketById(ctx, ctx.actor.ticketId)
  const matter = await matterOf(ctx, ticket.id)
  const [events, agreed, items, talk, pictures, contact, warranty] = await Promise.all([
    publicEvents(ctx, ticket.id),
    visitsOfMatter(ctx, matter),
    itemsTaken(ctx, ticket.id),
    conversation(ctx, matter),
    visiblePictures(ctx, matter),
    ticket.ownerId ? nameOf(ctx, ticket.ownerId) : null,
    ticket.orderId ? warrantyOf(ctx, ticket.orderId, ticket.product) : null,
  ])
  const open = openTicketStatuses.some((status) => status === ticket.status)
  const unsolved = open ? null : await unsolvedSince(ctx, await unsolvedEvents(ctx, matter))
  return {
    number: ticket.number,
    kind: ticket.kind,
    status: ticket.status,
    category: ticket.category,
    product: ticket.product,
    description: ticket.description,
    name: ticket.name,
    address: ticket.address,
    preferredDays: ticket.preferredDays,
    createdAt: ticket.createdAt.toISOString(),
    called: ticket.firstContactAt !== null,
    pausedUntil: ticket.pausedUntil,
    solution: ticket.status === 'resolved' || ticket.status === 'closed' ? ticket.solution : null,
    /** By when we call, where the customer said that it isn't solved. */
    callBy: unsolved?.callBy.toISOString() ?? null,
    mayWithdraw: await mayWithdraw(ctx, ticket),
    contact,
    warranty,
    events,
    visits: agreed,
    items,
    talk,
    pictures,
  }
}

/** What a customer was never told of did not happen for them, such as a window nobody had promised yet. */
const told = sql`coalesce((${ticketEvents.data} ->> 'told')::boolean, true)`

async function publicEvents(ctx: Ctx, ticketId: number) {
  const rows = await ctx.db
    .select({
      kind: ticketEvents.kind,
      at: ticketEvents.at,
      visitId: ticketEvents.visitId,
      by: staff.name,
      byKind: ticketEvents.actorKind,
      data: ticketEvents.data,
    })
    .from(ticketEvents)
    .leftJoin(staff, eq(staff.id, ticketEvents.actorId))
    .where(
      and(
        eq(ticketEvents.ticketId, ticketId),
        inArray(ticketEvents.kind, [...publicEventKinds]),
        told,
      ),
    )
    .orderBy(asc(ticketEvents.id))
  return rows.map(({ at, kind, data, byKind, ...row }) => ({
    ...row,
    /** The customer's own doing. */
    mine: byKind === 'customer',
    kind: kind as PublicEvent,
    at: at.toISOString(),
    ...toldOf(kind as PublicEvent, data),
  }))
}

const unsolvedEvents = (ctx: Ctx, matter: number[]) =>
  ctx.db
    .select({ kind: ticketEvents.kind, at: ticketEvents.at })
    .from(ticketEvents)
    .where(and(inArray(ticketEvents.ticketId, matter), inArray(ticketEvents.kind, unsolvedKinds)))
    .orderBy(desc(ticketEvents.id))
    .limit(1)

/** Its own visits and those of what was merged into it (IN-6). */
async function visitsOfMatter(ctx: Ctx, matter: number[]) {
  const found = await Promise.all(matter.map((id) => agreedVisits(ctx, id)))
  return found.flat().sort((a, b) => a.start.localeCompare(b.start))
}

async function conversation(ctx: Ctx, matter: number[]) {
  const rows = await ctx.db
    .select({
      id: ticketMessages.id,
      direction: ticketMessages.direction,
      author: staff.name,
      body: ticketMessages.body,
      at: ticketMessages.createdAt,
    })
    .from(ticketMessages)
    .leftJoin(staff, eq(staff.id, ticketMessages.authorId))
    .where(inArray(ticketMessages.ticketId, matter))
    .orderBy(asc(ticketMessages.id))
  return rows.map(({ at, direction, author, ...row }) => ({
    ...row,
    mine: direction === 'from_customer',
    author: direction === 'from_customer' ? null : author,
    /** What they told us and a colleague wrote down. */
    writtenDown: direction === 'from_customer' && author !== null,
    at: at.toISOString(),
  }))
}

async function nameOf(ctx: Ctx, staffId: string): Promise<string | null> {
  const [row] = await ctx.db.select({ name: staff.name }).from(staff).where(eq(staff.id, staffId))
  return row?.name ?? null
}
