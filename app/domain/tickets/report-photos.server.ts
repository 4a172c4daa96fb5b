import { and, count, eq, isNull } from 'drizzle-orm'
import { attachments, reportDrafts } from '#db/schema/tickets.ts'
import { maxReportPhotos } from '#db/vocabulary/tickets.ts'
import type { Shot } from '#db/vocabulary/returns.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { notFound, refused, tooMany } from '#app/platform/errors.ts'
import { countAttempt } from '#app/platform/limits.server.ts'
import { hashToken } from '#app/platform/tokens.server.ts'
import type { UploadedFile } from '#app/platform/uploads.server.ts'
import {
  isAttachmentId,
  keepPhoto,
  type PhotoRefusal,
  type RefusedPhoto,
  uploadKey,
} from './keep-upload.server.ts'
import { type DraftKind, lockDraft, sentForm } from './drafts.server.ts'
import { reportKind } from './report-draft.server.ts'

const uploads = { name: 'report-photo', attempts: 120, seconds: 3600 }

type Kept = { ok: true; id: string } | { ok: false; reason: PhotoRefusal }

/** Of which form a photo is, and which of the guided ones: a new one takes the place of the one before. */
interface Guided {
  shot: Shot
  alreadySent: DraftKind<string>['alreadySent']
}

/**
 * Keeps one photo with a draft; the same one twice is one photo.
 * @throws DomainError conflict when the report was sent without it, too_many
 */
export async function addReportPhoto(
  ctx: Ctx,
  token: string,
  file: UploadedFile,
  guided?: Guided,
): Promise<Kept> {
  const submissionKey = uploadKey(hashToken(token) + (guided?.shot ?? ''), file.bytes)
  const [before] = await ctx.db
    .select({ id: attachments.id })
    .from(attachments)
    .where(eq(attachments.submissionKey, submissionKey))
  if (before) return { ok: true, id: before.id }
  const wait = await countAttempt(ctx, uploads, token)
  if (wait > 0) throw tooMany('tooManyPhotos', wait)
  const upload = await keepPhoto(file)
  if (!upload.ok) return upload
  const { kept } = upload
  return inTransaction(ctx, async (tx): Promise<Kept> => {
    const draft = await lockDraft(tx, token)
    const [same] = await tx.db
      .select({ id: attachments.id })
      .from(attachments)
      .where(eq(attachments.submissionKey, submissionKey))
    if (same) return { ok: true, id: same.id }
    if (draft.ticketId !== null) {
      throw refused(guided?.alreadySent ?? reportKind.alreadySent, {
        ...(await sentForm(tx, draft.ticketId)),
      })
    }
    if (guided) await dropShot(tx, draft.id, guided.shot)
    const [photos] = await tx.db
      .select({ kept: count() })
      .from(attachments)
      .where(eq(attachments.draftId, draft.id))
    if (photos!.kept >= maxReportPhotos) return { ok: false, reason: 'too_many' }
    const [row] = await tx.db
      .insert(attachments)
      .values({
        draftId: draft.id,
        shot: guided?.shot ?? null,
        stage: 'report',
        contentType: kept.contentType,
        bytes: kept.bytes.length,
        width: kept.width,
        height: kept.height,
        sha256: kept.sha256,
        originalName: file.name,
        createdAt: tx.now(),
        submissionKey,
      })
      .returning({ id: attachments.id })
    return { ok: true, id: row!.id }
  })
}

const dropShot = (tx: Tx, draftId: number, shot: Shot) =>
  tx.db
    .delete(attachments)
    .where(
      and(
        eq(attachments.draftId, draftId),
        eq(attachments.shot, shot),
        isNull(attachments.ticketId),
      ),
    )

/** Keeps several, one after the other. @returns those that were not kept, and why */
export async function addReportPhotos(
  ctx: Ctx,
  token: string,
  files: UploadedFile[],
): Promise<RefusedPhoto[]> {
  const refusals: RefusedPhoto[] = []
  for (const file of files) {
    const result = await addReportPhoto(ctx, token, file)
    if (!result.ok) refusals.push({ name: file.name, reason: result.reason })
  }
  return refusals
}

/** Takes a photo out of a draft that was not sent yet; one that is gone already is no trouble. */
export async function removeReportPhoto(ctx: Ctx, token: string, id: string): Promise<void> {
  if (!isAttachmentId(id)) return
  await inTransaction(ctx, async (tx) => {
    const draft = await lockDraft(tx, token)
    await tx.db
      .delete(attachments)
      .where(
        and(
          eq(attachments.id, id),
          eq(attachments.draftId, draft.id),
          isNull(attachments.ticketId),
        ),
      )
  })
}

/** A draft's photo, for whoever holds the draft's token. @throws DomainError not_found */
export async function reportPhoto(ctx: Ctx, token: string, id: string) {
  if (!isAttachmentId(id)) throw notFound()
  const [photo] = await ctx.db
    .select({ sha256: attachments.sha256, contentType: attachments.contentType })
    .from(attachments)
    .innerJoin(reportDrafts, eq(reportDrafts.id, attachments.draftId))
    .where(
      and(
        eq(attachments.id, id),
        eq(reportDrafts.tokenHash, hashToken(token)),
        isNull(attachments.ticketId),
      ),
    )
  if (!photo) throw notFound()
  return photo
}
