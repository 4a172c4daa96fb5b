import { and, count, eq, inArray } from 'drizzle-orm'
import { attachments } from '#db/schema/tickets.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { findVisit, isSigned, lockVisit, ownVisits } from '#app/domain/visits/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { keepFile } from '#app/platform/files.server.ts'
import {
  type AcceptedUpload,
  acceptUpload,
  type UploadRefusal,
} from '#app/platform/images.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { type AddVisitPhotosForm, visitPhotoStages } from './add-photos-form.ts'

export const maxVisitPhotos = 40

export interface SentFile {
  name: string
  bytes: Buffer
  tooBig: boolean
}

/** A file that was not kept, and why; the others are. */
export interface RefusedFile {
  name: string
  reason: UploadRefusal
}

/**
 * Keeps the photos a crew takes before and after the work, of damage and of what is taken along, until the customer
 * has signed. The same form sent twice keeps each once.
 */
export async function addVisitPhotos(
  ctx: Ctx,
  id: number,
  { stage, about, submissionKey }: AddVisitPhotosForm,
  files: SentFile[],
): Promise<RefusedFile[]> {
  authorize(ctx.actor, 'visit:work')
  const { id: uploadedBy } = ctx.actor
  await findVisit(ctx, id, ownVisits(ctx.actor))
  const refusals: RefusedFile[] = []
  const accepted: { name: string; key: string; file: AcceptedUpload }[] = []
  for (const [index, { name, bytes, tooBig }] of files.entries()) {
    const judged = tooBig ? ({ ok: false, reason: 'too_big' } as const) : await acceptUpload(bytes)
    if (!judged.ok) refusals.push({ name, reason: judged.reason })
    else if (judged.file.contentType === 'application/pdf') {
      refusals.push({ name, reason: 'not_allowed' })
    } else {
      await keepFile(judged.file.sha256, judged.file.bytes)
      accepted.push({ name, key: `${submissionKey}:${index}`, file: judged.file })
    }
  }
  if (accepted.length === 0) return refusals
  await inTransaction(ctx, async (tx) => {
    const { visit, ticket } = await lockVisit(tx, id, ownVisits(tx.actor))
    if (visit.status === 'cancelled') throw refused('visitCancelled')
    if (await isSigned(tx, id)) throw refused('visitSigned')
    const kept = await tx.db
      .insert(attachments)
      .values(
        accepted.map(({ name, key, file }) => ({
          visitId: id,
          ticketId: ticket.id,
          stage,
          about: about ?? null,
          contentType: file.contentType,
          bytes: file.bytes.length,
          width: file.width,
          height: file.height,
          sha256: file.sha256,
          originalName: name,
          uploadedBy,
          createdAt: tx.now(),
          submissionKey: key,
        })),
      )
      .onConflictDoNothing({ target: attachments.submissionKey })
      .returning({ id: attachments.id })
    if ((await photoCount(tx, id)) > maxVisitPhotos)
      throw refused('photosFull', { max: maxVisitPhotos })
    if (kept.length > 0) {
      await recordEvent(tx, ticket, 'photos_added', { stage, count: kept.length }, visit)
    }
  })
  return refusals
}

async function photoCount(tx: Tx, visitId: number): Promise<number> {
  const [row] = await tx.db
    .select({ photos: count() })
    .from(attachments)
    .where(and(eq(attachments.visitId, visitId), inArray(attachments.stage, [...visitPhotoStages])))
  return row?.photos ?? 0
}
