import { attachments } from '#db/schema/tickets.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import type { AcceptedUpload } from '#app/platform/images.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { UploadedFile } from '#app/platform/uploads.server.ts'
import { findTicket } from './find-ticket.server.ts'
import { keepUpload, type RefusedFile, uploadKey } from './keep-upload.server.ts'
import { recordEvent } from './record-event.server.ts'

/**
 * Puts pictures and papers that reached the desk onto a ticket; the same one twice is one.
 * @returns those that were refused, with why; the others are kept
 */
export async function addPhotos(
  ctx: Ctx,
  number: string,
  files: UploadedFile[],
): Promise<RefusedFile[]> {
  authorize(ctx.actor, 'ticket:note')
  const { id: uploadedBy } = ctx.actor
  const { id: ticketId } = await findTicket(ctx, number)
  const accepted: { file: UploadedFile; upload: AcceptedUpload }[] = []
  const refusals: RefusedFile[] = []
  for (const file of files) {
    const upload = await keepUpload(file)
    if (upload.ok) accepted.push({ file, upload: upload.kept })
    else refusals.push({ name: file.name, reason: upload.reason })
  }
  if (accepted.length === 0) return refusals
  await inTransaction(ctx, async (tx) => {
    const added = await tx.db
      .insert(attachments)
      .values(
        accepted.map(({ file, upload }) => ({
          ticketId,
          stage: 'desk' as const,
          contentType: upload.contentType,
          bytes: upload.bytes.length,
          width: upload.width,
          height: upload.height,
          sha256: upload.sha256,
          originalName: file.name,
          uploadedBy,
          createdAt: tx.now(),
          submissionKey: uploadKey(`desk:${ticketId}`, file.bytes),
        })),
      )
      .onConflictDoNothing({ target: attachments.submissionKey })
      .returning({ id: attachments.id })
    if (added.length > 0)
      await recordEvent(tx, { id: ticketId }, 'photos_added', { count: added.length })
  })
  return refusals
}
