import { attachments } from '#db/schema/tickets.ts'
import type { CustomerActor, StaffActor } from '#app/platform/actor.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { invalid } from '#app/platform/errors.ts'
import type { AcceptedUpload } from '#app/platform/images.server.ts'
import type { UploadedFile } from '#app/platform/uploads.server.ts'
import { keepUpload, uploadKey } from './keep-upload.server.ts'

export interface KeptFile {
  name: string
  upload: AcceptedUpload
  bytes: Buffer
}

/**
 * Judges what goes along with a note or a message; all of it or nothing, so that nobody is written to of a file they
 * don't get. @throws DomainError invalid, naming what can't go along
 */
export async function takeFiles(files: UploadedFile[]): Promise<KeptFile[]> {
  const taken: KeptFile[] = []
  const refused: string[] = []
  for (const file of files) {
    const kept = await keepUpload(file)
    if (kept.ok) taken.push({ name: file.name, upload: kept.kept, bytes: file.bytes })
    else if (kept.reason === 'not_kept') throw invalid('filesNotKept')
    else refused.push(file.name)
  }
  if (refused.length > 0) throw invalid('filesRefused', { names: refused.join(', ') })
  return taken
}

/** Puts files onto the note or the message they were sent with. @returns their keys and names, in order */
export async function attachFiles(
  tx: Tx,
  author: StaffActor | CustomerActor,
  to: { ticketId: number } & ({ messageId: number } | { noteId: number }),
  files: KeptFile[],
): Promise<{ id: string; name: string }[]> {
  if (files.length === 0) return []
  const place = 'messageId' in to ? `message:${to.messageId}` : `note:${to.noteId}`
  return tx.db
    .insert(attachments)
    .values(
      files.map(({ name, upload, bytes }) => ({
        ...to,
        stage: author.kind === 'staff' ? ('desk' as const) : ('track' as const),
        contentType: upload.contentType,
        bytes: upload.bytes.length,
        width: upload.width,
        height: upload.height,
        sha256: upload.sha256,
        originalName: name,
        uploadedBy: author.kind === 'staff' ? author.id : null,
        createdAt: tx.now(),
        submissionKey: uploadKey(place, bytes),
      })),
    )
    .onConflictDoNothing({ target: attachments.submissionKey })
    .returning({ id: attachments.id, name: attachments.originalName })
}
