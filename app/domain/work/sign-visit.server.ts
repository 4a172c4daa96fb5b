import { and, eq } from 'drizzle-orm'
import { attachments } from '#db/schema/tickets.ts'
import { keepWish } from '#app/domain/follow-ups/index.server.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { findVisit, isSigned, lockVisit, ownVisits } from '#app/domain/visits/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { invalid, refused } from '#app/platform/errors.ts'
import { keepFile } from '#app/platform/files.server.ts'
import { acceptDrawing } from '#app/platform/images.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { contentOf } from './content-of-visit.server.ts'
import { appendSignedRecord } from './signed-record.server.ts'
import type { SignVisitForm } from './sign-visit-form.ts'
import { tellStore } from './tell-store.server.ts'

/**
 * VS-3: the customer signs what was recorded, once the work is finished and once only. The record holds all of it
 * and joins the chain; sending the same form twice signs once. VS-9: the store that sold the goods is told, and the
 * follow-up moves to when the customer would like it.
 */
export async function signVisit(ctx: Ctx, id: number, form: SignVisitForm): Promise<void> {
  authorize(ctx.actor, 'visit:work')
  const { id: uploadedBy } = ctx.actor
  await findVisit(ctx, id, ownVisits(ctx.actor))
  const png = Buffer.from(form.drawing.slice(form.drawing.indexOf(',') + 1), 'base64')
  const drawing = await acceptDrawing(png)
  if (!drawing) throw invalid('signatureBlank')
  await keepFile(drawing.sha256, drawing.bytes)
  await inTransaction(ctx, async (tx) => {
    const { visit, ticket } = await lockVisit(tx, id, ownVisits(tx.actor))
    if (visit.status === 'cancelled') throw refused('visitCancelled')
    if (visit.status !== 'finished') throw refused('signAfterWork')
    if (await isSigned(tx, id)) {
      if (await sentBefore(tx, id, form.submissionKey)) return
      throw refused('visitSigned')
    }
    const signedAt = tx.now()
    await tx.db.insert(attachments).values({
      visitId: id,
      ticketId: ticket.id,
      stage: 'signature',
      contentType: drawing.contentType,
      bytes: drawing.bytes.length,
      width: drawing.width,
      height: drawing.height,
      sha256: drawing.sha256,
      originalName: 'signature.png',
      uploadedBy,
      createdAt: signedAt,
      submissionKey: form.submissionKey,
    })
    const content = {
      ...(await contentOf(tx, ticket, visit)),
      wish: { part: form.wishPart, way: form.wishWay },
      signature: drawing.sha256,
      signer: form.signer,
      signedAt,
    }
    const record = await appendSignedRecord(tx, {
      visitId: id,
      content,
      signerName: form.signer,
      signedAt,
    })
    const said = { signer: form.signer, seq: record.seq, hash: record.hash }
    await recordEvent(tx, ticket, 'work_signed', said, visit)
    await keepWish(tx, id, form)
    await tellStore(tx, ticket, visit, record)
  })
}

async function sentBefore(tx: Tx, visitId: number, submissionKey: string): Promise<boolean> {
  const [sent] = await tx.db
    .select({ id: attachments.id })
    .from(attachments)
    .where(and(eq(attachments.visitId, visitId), eq(attachments.submissionKey, submissionKey)))
  return sent !== undefined
}
