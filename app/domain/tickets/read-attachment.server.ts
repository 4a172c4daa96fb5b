import { and, eq, ne, type SQL } from 'drizzle-orm'
import { attachments, tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { may } from '#app/platform/permissions.ts'
import { isAttachmentId } from './keep-upload.server.ts'
import { visibleTickets } from './visible-tickets.server.ts'

/**
 * A file of a ticket, for colleagues who may see the ticket and for the crew that is sent there.
 * @throws DomainError not_found for everybody else
 */
export async function readAttachment(ctx: Ctx<StaffActor>, id: string) {
  if (!isAttachmentId(id)) throw notFound()
  const [file] = await ctx.db
    .select({
      ticketId: attachments.ticketId,
      visitId: attachments.visitId,
      contentType: attachments.contentType,
      sha256: attachments.sha256,
    })
    .from(attachments)
    .where(eq(attachments.id, id))
  if (!file) throw notFound()
  const ofTicket = await ticketOf(ctx, file)
  if (ofTicket === null) throw notFound()
  const seen =
    (await onTicket(ctx, ofTicket, visibleTickets(ctx.actor))) || (await sentThere(ctx, ofTicket))
  if (!seen) throw notFound()
  const { contentType, sha256 } = file
  return { contentType, sha256 }
}

async function ticketOf(ctx: Ctx, file: { ticketId: number | null; visitId: number | null }) {
  if (file.ticketId !== null) return file.ticketId
  if (file.visitId === null) return null
  const [visit] = await ctx.db
    .select({ ticketId: visits.ticketId })
    .from(visits)
    .where(eq(visits.id, file.visitId))
  return visit?.ticketId ?? null
}

async function onTicket(ctx: Ctx, ticketId: number, visible: SQL | undefined): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(eq(tickets.id, ticketId), visible))
  return rows.length > 0
}

async function sentThere(ctx: Ctx<StaffActor>, ticketId: number): Promise<boolean> {
  const { crewId } = ctx.actor
  if (crewId === null || !may(ctx.actor, 'visit:work')) return false
  const rows = await ctx.db
    .select({ id: visits.id })
    .from(visits)
    .where(
      and(eq(visits.ticketId, ticketId), eq(visits.crewId, crewId), ne(visits.status, 'cancelled')),
    )
    .limit(1)
  return rows.length > 0
}
