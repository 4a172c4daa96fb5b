import { and, count, eq } from 'drizzle-orm'
import { attachments } from '#db/schema/tickets.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { tooMany } from '#app/platform/errors.ts'
import { countAttempt } from '#app/platform/limits.server.ts'
import type { AcceptedUpload } from '#app/platform/images.server.ts'
import type { UploadedFile } from '#app/platform/uploads.server.ts'
import { findTicketById } from './find-ticket.server.ts'
import { keepPhoto, type PhotoRefusal, type RefusedPhoto, uploadKey } from './keep-upload.server.ts'
import { recordEvent } from './record-event.server.ts'

const perTicket = { name: 'customer-photo', attempts: 120, seconds: 3600 }
const maxTrackPhotos = 60

interface Kept {
  id: string
}

/**
 * Adds the customer's photos to their ticket; the same one twice is one photo.
 * @returns those kept, and those that were not, with why
 * @throws DomainError too_many
 */
export async function addPhotosAsCustomer(
  ctx: Ctx<CustomerActor>,
  files: UploadedFile[],
): Promise<{ kept: Kept[]; refusals: RefusedPhoto[] }> {
  const accepted: { file: UploadedFile; upload: AcceptedUpload }[] = []
  const refusals: RefusedPhoto[] = []
  for (const file of files) {
    const wait = await countAttempt(ctx, perTicket, String(ctx.actor.ticketId))
    if (wait > 0) throw tooMany('tooManyPhotos', wait)
    const upload = await keepPhoto(file)
    if (upload.ok) accepted.push({ file, upload: upload.kept })
    else refusals.push({ name: file.name, reason: upload.reason })
  }
  if (accepted.length === 0) return { kept: [], refusals }
  return inTransaction(ctx, async (tx) => {
    const ticket = await findTicketById(tx, ctx.actor.ticketId, { lock: true })
    const [before] = await tx.db
      .select({ photos: count() })
      .from(attachments)
      .where(and(eq(attachments.ticketId, ticket.id), eq(attachments.stage, 'track')))
    let room = maxTrackPhotos - before!.photos
    const kept: Kept[] = []
    const full: RefusedPhoto[] = []
    let added = 0
    for (const { file, upload } of accepted) {
      const submissionKey = uploadKey(`track:${ticket.id}`, file.bytes)
      const [same] = await tx.db
        .select({ id: attachments.id })
        .from(attachments)
        .where(eq(attachments.submissionKey, submissionKey))
      if (same) {
        kept.push(same)
        continue
      }
      if (room <= 0) {
        full.push({ name: file.name, reason: 'too_many' satisfies PhotoRefusal })
        continue
      }
      const [row] = await tx.db
        .insert(attachments)
        .values({
          ticketId: ticket.id,
          stage: 'track',
          contentType: upload.contentType,
          bytes: upload.bytes.length,
          width: upload.width,
          height: upload.height,
          sha256: upload.sha256,
          originalName: file.name,
          createdAt: tx.now(),
          submissionKey,
        })
        .returning({ id: attachments.id })
      kept.push(row!)
      room -= 1
      added += 1
    }
    if (added > 0) await recordEvent(tx, ticket, 'photos_added', { count: added })
    return { kept, refusals: [...refusals, ...full] }
  })
}
