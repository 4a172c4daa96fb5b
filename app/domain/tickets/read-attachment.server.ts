import { and, eq, inArray, ne, type SQL } from 'drizzle-orm'
import { custodyReceipts } from '#db/schema/custody.ts'
import { attachments, tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { may, storeScope } from '#app/platform/permissions.ts'
import { isAttachmentId } from './keep-upload.server.ts'
import { visibleTickets } from './visible-tickets.server.ts'

/**
 * A file of a ticket, for colleagues who may see the ticket, for the crew that is sent there, for whoever keeps the item
 * it shows, and for whoever acts on the return it shows.
 * @throws DomainError not_found for everybody else
 */
export async function readAttachment(ctx: Ctx<StaffActor>, id: string) {
  if (!isAttachmentId(id)) throw notFound()
  const [file] = await ctx.db
    .select({
      ticketId: attachments.ticketId,
      visitId: attachments.visitId,
      inboundId: attachments.inboundId,
      about: attachments.about,
      caseId: attachments.caseId,
      contentType: attachments.contentType,
      sha256: attachments.sha256,
    })
    .from(attachments)
    .where(eq(attachments.id, id))
  if (!file) throw notFound()
  const { contentType, sha256 } = file
  // A mail nobody has put anywhere yet is seen by those who decide about it.
  if (file.inboundId !== null && file.ticketId === null && may(ctx.actor, 'mail:review')) {
    return { contentType, sha256 }
  }
  const ofTicket = await ticketOf(ctx, file)
  if (ofTicket === null) throw notFound()
  const seen =
    (await onTicket(ctx, ofTicket, visibleTickets(ctx.actor))) ||
    (await sentThere(ctx, ofTicket)) ||
    (await keepsItem(ctx, file.about, ofTicket)) ||
    (await readsCase(ctx, file.caseId, ofTicket))
  if (!seen) throw notFound()
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

/** Who acts on a return without knowing its ticket sees what belongs to the return. */
async function readsCase(ctx: Ctx<StaffActor>, caseId: number | null, ticketId: number) {
  if (caseId === null || !may(ctx.actor, 'return:read')) return false
  const stores = storeScope(ctx.actor, 'return:read')
  if (stores?.length === 0) return false
  return onTicket(ctx, ticketId, stores === null ? undefined : inArray(tickets.storeId, stores))
}

/** The warehouse knows what it keeps, and no more of the ticket. */
async function keepsItem(ctx: Ctx<StaffActor>, about: string | null, ticketId: number) {
  if (about === null || !may(ctx.actor, 'custody:read')) return false
  if (storeScope(ctx.actor, 'custody:read') !== null) return false
  const rows = await ctx.db
    .select({ id: custodyReceipts.id })
    .from(custodyReceipts)
    .where(and(eq(custodyReceipts.key, about), eq(custodyReceipts.ticketId, ticketId)))
  return rows.length > 0
}
