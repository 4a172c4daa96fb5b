import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm'
import { followUps } from '#db/schema/follow-ups.ts'
import { messages } from '#db/schema/messages.ts'
import { attachments, ticketEvents, ticketMessages, ticketNotes } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { visitsOfTicket } from '#app/domain/visits/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { filesOfMatter } from './merged-tickets.server.ts'

// IN-6: a matter is a ticket and what was merged into it.

const longest = 500

export const messagesOf = (ctx: Ctx, matter: number[]) =>
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
export const unreachedOf = (ctx: Ctx, matter: number[]) =>
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

export const notesOf = (ctx: Ctx, matter: number[]) =>
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

export const eventsOf = (ctx: Ctx, matter: number[]) =>
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
export async function filesOf(ctx: Ctx, matter: number[]) {
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

export async function visitsOfMatter(ctx: Ctx, matter: number[]) {
  const found = await Promise.all(matter.map((id) => visitsOfTicket(ctx, id)))
  return found.flat().sort((a, b) => a.windowStart.getTime() - b.windowStart.getTime())
}

/** The call that is still to be made, with how the customer would like it (VS-9). */
export async function followUpDue(ctx: Ctx, matter: number[]) {
  const [due] = await ctx.db
    .select({ dueAt: followUps.dueAt, part: followUps.wishPart, way: followUps.wishWay })
    .from(followUps)
    .innerJoin(visits, eq(visits.id, followUps.visitId))
    .where(
      and(
        inArray(visits.ticketId, matter),
        eq(followUps.kind, 'visit'),
        eq(followUps.status, 'due'),
      ),
    )
    .limit(1)
  return due ?? null
}
