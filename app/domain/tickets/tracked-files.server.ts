import { and, asc, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import { attachments } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import type { AttachmentStage } from '#db/vocabulary/attachments.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { isAttachmentId } from './keep-upload.server.ts'
import { filesOfMatter, ofMatter } from './merged-tickets.server.ts'

/** What the customer may see of pictures; the desk's own are for colleagues. */
const customerStages = [
  'report',
  'track',
  'before',
  'after',
  'damage',
  'custody',
  'consent',
  'signature',
] as const satisfies readonly AttachmentStage[]

/** What went along with a message is theirs too; what went along with a note never is. */
const forCustomer = and(
  isNull(attachments.noteId),
  or(inArray(attachments.stage, [...customerStages]), isNotNull(attachments.messageId)),
)

/** Pictures and papers that its customer may see. */
export async function visiblePictures(ctx: Ctx, matter: number[]) {
  const rows = await ctx.db
    .select({
      id: attachments.id,
      visitId: attachments.visitId,
      messageId: attachments.messageId,
      stage: attachments.stage,
      contentType: attachments.contentType,
      name: attachments.originalName,
      bytes: attachments.bytes,
      at: attachments.createdAt,
    })
    .from(attachments)
    .where(and(await filesOfMatter(ctx, matter), forCustomer))
    .orderBy(asc(attachments.createdAt), asc(attachments.id))
  return rows.map(({ at, contentType, ...row }) => ({
    ...row,
    pdf: contentType === 'application/pdf',
    at: at.toISOString(),
  }))
}

const ofTicket = (ticketId: number) =>
  or(
    ofMatter(attachments.ticketId, ticketId),
    and(isNotNull(attachments.visitId), ofMatter(visits.ticketId, ticketId)),
  )

/** One of the ticket's files, if its customer may see it. @throws DomainError not_found */
export async function trackedFile(ctx: Ctx<CustomerActor>, id: string) {
  if (!isAttachmentId(id)) throw notFound()
  const [file] = await ctx.db
    .select({
      sha256: attachments.sha256,
      contentType: attachments.contentType,
      bytes: attachments.bytes,
    })
    .from(attachments)
    .leftJoin(visits, eq(visits.id, attachments.visitId))
    .where(and(eq(attachments.id, id), ofTicket(ctx.actor.ticketId), forCustomer))
  if (!file) throw notFound()
  return file
}
