import { eq, inArray, sql } from 'drizzle-orm'
import { crews } from '#db/schema/crews.ts'
import { answerabilities, answerabilityShares } from '#db/schema/returns.ts'
import { attachments } from '#db/schema/tickets.ts'
import { keepUpload, namesOf, recordEvent, uploadKey } from '#app/domain/tickets/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { invalid, notFound, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { UploadedFile } from '#app/platform/uploads.server.ts'
import { type AnswerableForm, isWhole, type Share } from './answerable-form.ts'
import { type Case, findCase, refuseStaleCase } from './find-case.server.ts'
import { changeCase } from './move-case.server.ts'
import { settleWithTicket } from './settle-case.server.ts'

/**
 * RX-5: writes down the cause of a case and who bears how much of it. The first stands at once; a later one says why
 * and waits for somebody else. The same form twice is one.
 * @returns whether it stands
 * @throws DomainError conflict `sharesNotWhole`, `caseChanged`, `caseNotInState`; invalid `answerableWhy`,
 *   `filesRefused`, `filesNotKept`
 */
export async function sayAnswerable(
  ctx: Ctx,
  number: string,
  form: AnswerableForm,
  files: UploadedFile[] = [],
): Promise<'stands' | 'waits'> {
  authorize(ctx.actor, 'return:answerable')
  const { actor } = ctx
  if (!isWhole(form.shares)) throw refused('sharesNotWhole')
  await findCase(ctx, number)
  const photos = await taken(files)
  return inTransaction(ctx, async (tx) => {
    const { case: one, ticket } = await findCase(tx, number, { lock: true })
    const before = await sameForm(tx, form.submissionKey)
    if (before !== null) return before === one.answerabilityPendingId ? 'waits' : 'stands'
    refuseStaleCase(one, form.version)
    if (one.status === 'cancelled') throw refused('caseNotInState')
    await refuseUnknown(tx, form.shares)
    const first = one.answerabilityId === null
    if (!first && form.why === '') throw invalid('answerableWhy')
    const id = await write(tx, actor, one, form)
    await keepEvidence(tx, actor, one, photos)
    await changeCase(tx, one, first ? { answerabilityId: id } : { answerabilityPendingId: id })
    const shares = form.shares.map(({ party, percent }) => ({ party, percent }))
    await recordEvent(tx, ticket, 'return_answerable', { case: number, shares, waits: !first })
    if (first) await settleWithTicket(tx, one.id)
    return first ? 'stands' : 'waits'
  })
}

async function write(
  tx: Tx,
  by: StaffActor,
  { id: caseId, answerabilityId }: Case,
  { cause, evidence, why, shares, submissionKey }: AnswerableForm,
): Promise<number> {
  const [row] = await tx.db
    .insert(answerabilities)
    .values({
      caseId,
      seq: sql`(select coalesce(max(seq), 0) + 1 from answerabilities where case_id = ${caseId})`,
      cause,
      evidence,
      why: answerabilityId === null ? '' : why,
      at: tx.now(),
      by: by.id,
      submissionKey,
    })
    .returning({ id: answerabilities.id })
  const answerability = row!.id
  await tx.db
    .insert(answerabilityShares)
    .values(shares.map((share) => ({ ...share, answerabilityId: answerability })))
  return answerability
}

/** Nobody is made answerable who isn't there. @throws DomainError not_found */
async function refuseUnknown(tx: Tx, shares: readonly Share[]): Promise<void> {
  const wanted = <T>(ids: readonly (T | null)[]) => [
    ...new Set(ids.filter((id): id is T => id !== null)),
  ]
  const crewIds = wanted(shares.map(({ crewId }) => crewId))
  const staffIds = wanted(shares.map(({ staffId }) => staffId))
  const known = crewIds.length
    ? await tx.db.select({ id: crews.id }).from(crews).where(inArray(crews.id, crewIds))
    : []
  const people = await namesOf(tx, staffIds)
  if (known.length < crewIds.length || people.size < staffIds.length) throw notFound()
}

async function sameForm(tx: Tx, submissionKey: string): Promise<number | null> {
  const [row] = await tx.db
    .select({ id: answerabilities.id })
    .from(answerabilities)
    .where(eq(answerabilities.submissionKey, submissionKey))
  return row?.id ?? null
}

/** All of the photos or none. */
async function taken(files: UploadedFile[]) {
  const photos = []
  const wrong: string[] = []
  for (const file of files) {
    const kept = await keepUpload(file)
    if (kept.ok) photos.push({ file, upload: kept.kept })
    else if (kept.reason === 'not_kept') throw invalid('filesNotKept')
    else wrong.push(file.name)
  }
  if (wrong.length > 0) throw invalid('filesRefused', { names: wrong.join(', ') })
  return photos
}

async function keepEvidence(
  tx: Tx,
  by: StaffActor,
  { id: caseId, ticketId }: Case,
  photos: Awaited<ReturnType<typeof taken>>,
): Promise<void> {
  if (photos.length === 0) return
  await tx.db
    .insert(attachments)
    .values(
      photos.map(({ file, upload }) => ({
        ticketId,
        caseId,
        stage: 'evidence' as const,
        contentType: upload.contentType,
        bytes: upload.bytes.length,
        width: upload.width,
        height: upload.height,
        sha256: upload.sha256,
        originalName: file.name,
        uploadedBy: by.id,
        createdAt: tx.now(),
        submissionKey: uploadKey(`case:${caseId}:evidence`, file.bytes),
      })),
    )
    .onConflictDoNothing({ target: attachments.submissionKey })
}
