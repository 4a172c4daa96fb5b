import { attachments } from '#db/schema/tickets.ts'
import { returnInspections } from '#db/schema/returns.ts'
import { changeConsequence } from '#app/domain/consequences/index.server.ts'
import {
  type KeptFile,
  recordEvent,
  takeFiles,
  uploadKey,
} from '#app/domain/tickets/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { invalid } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { UploadedFile } from '#app/platform/uploads.server.ts'
import type { Found } from './find-case.server.ts'
import { holdConsequence } from './hold-consequence.server.ts'
import { settleWithTicket } from './settle-case.server.ts'
import type { InspectOriginalForm } from './supply-form.ts'

/**
 * RX-4: what was found when an original was looked at, with photos, and what becomes of it.
 * @throws DomainError not_found; invalid `inspectionPhotos`, `filesRefused`; conflict `consequenceNotInState` before it
 * was received
 */
export async function inspectOriginal(
  ctx: Ctx,
  number: string,
  id: number,
  form: InspectOriginalForm,
  files: UploadedFile[],
): Promise<void> {
  authorize(ctx.actor, 'return:supply')
  const { actor } = ctx
  const photos = await takeFiles(files)
  if (!photos.some(isPicture)) throw invalid('inspectionPhotos')
  await inTransaction(ctx, async (tx) => {
    const wanted = { kinds: ['original'], in: ['going'] } as const
    const { consequence, ...found } = await holdConsequence(tx, number, id, wanted)
    const { condition, fate } = form
    await changeConsequence(tx, consequence, 'done', { doneAt: tx.now(), doneBy: actor.id })
    await tx.db
      .insert(returnInspections)
      .values({ consequenceId: consequence.id, condition, fate, at: tx.now(), by: actor.id })
    await keepPhotos(tx, actor, found, { about: `inspection:${consequence.id}`, photos })
    await recordEvent(tx, found.ticket, 'return_inspected', {
      ...{ case: found.case.number, what: consequence.what, condition, fate },
      count: photos.length,
    })
    await settleWithTicket(tx, found.case.id)
  })
}

const isPicture = ({ upload }: KeptFile) => upload.contentType !== 'application/pdf'

const keepPhotos = (
  tx: Tx,
  by: StaffActor,
  { case: one, ticket }: Found,
  { about, photos }: { about: string; photos: KeptFile[] },
) =>
  tx.db
    .insert(attachments)
    .values(
      photos.map(({ name, upload, bytes }) => ({
        ticketId: ticket.id,
        caseId: one.id,
        stage: 'inspection' as const,
        about,
        contentType: upload.contentType,
        bytes: upload.bytes.length,
        width: upload.width,
        height: upload.height,
        sha256: upload.sha256,
        originalName: name,
        uploadedBy: by.id,
        createdAt: tx.now(),
        submissionKey: uploadKey(about, bytes),
      })),
    )
    .onConflictDoNothing({ target: attachments.submissionKey })
