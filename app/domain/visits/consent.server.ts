import { attachments } from '#db/schema/tickets.ts'
import type { Ticket } from '#app/domain/tickets/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { invalid } from '#app/platform/errors.ts'
import { keepFile } from '#app/platform/files.server.ts'
import { type AcceptedUpload, acceptDrawing } from '#app/platform/images.server.ts'
import type { Visit } from './find-visit.server.ts'

/**
 * What a customer drew under one thing they agreed to, put into the file store; null when a name alone was given.
 * @throws DomainError invalid for an empty box
 */
export async function acceptConsent(drawing: string | null): Promise<AcceptedUpload | null> {
  if (drawing === null) return null
  const png = Buffer.from(drawing.slice(drawing.indexOf(',') + 1), 'base64')
  const accepted = await acceptDrawing(png)
  if (!accepted) throw invalid('signatureBlank')
  await keepFile(accepted.sha256, accepted.bytes)
  return accepted
}

/**
 * The row that points at it.
 * @param what `about` is the key of the damage, the extra or the receipt; `name` tells two of one receipt apart
 */
export async function keepConsent(
  tx: Tx,
  drawing: AcceptedUpload | null,
  {
    ticket,
    visit,
    about,
    name,
  }: { ticket: Ticket; visit: Visit; about: string; name: ConsentName },
): Promise<void> {
  if (!drawing) return
  const { actor } = tx
  await tx.db
    .insert(attachments)
    .values({
      visitId: visit.id,
      ticketId: ticket.id,
      stage: 'consent',
      about,
      contentType: drawing.contentType,
      bytes: drawing.bytes.length,
      width: drawing.width,
      height: drawing.height,
      sha256: drawing.sha256,
      originalName: consentFile[name],
      uploadedBy: actor.kind === 'staff' ? actor.id : null,
      createdAt: tx.now(),
      submissionKey: `${about}:${name}`,
    })
    .onConflictDoNothing({ target: attachments.submissionKey })
}

/** The names they are kept under. */
export const consentFile = {
  damage: 'damage.png',
  extra: 'extra.png',
  taken: 'taken.png',
  returned: 'returned.png',
} as const
export type ConsentName = keyof typeof consentFile
