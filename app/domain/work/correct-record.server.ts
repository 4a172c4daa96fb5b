import { and, asc, eq } from 'drizzle-orm'
import { signedRecords } from '#db/schema/visits.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { lockVisit, ownVisits } from '#app/domain/visits/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize, may } from '#app/platform/permissions.ts'
import type { CorrectRecordForm } from './correct-record-form.ts'
import { readCorrection } from './record-content.ts'
import { appendSignedRecord } from './signed-record.server.ts'

/**
 * VS-3: puts something right about a signed record. What was signed stands as it is; the correction is an entry of its
 * own in the chain, by name. The same form sent twice corrects once.
 * @throws DomainError conflict `notSigned`
 */
export async function correctRecord(
  ctx: Ctx<StaffActor>,
  visitId: number,
  { text, submissionKey }: CorrectRecordForm,
): Promise<void> {
  const { actor } = ctx
  const own = !may(actor, 'visit:change')
  if (own) authorize(actor, 'visit:work')
  await inTransaction(ctx, async (tx) => {
    const { visit, ticket } = await lockVisit(tx, visitId, ...(own ? [ownVisits(actor)] : []))
    const [work] = await tx.db
      .select({ seq: signedRecords.seq, hash: signedRecords.hash })
      .from(signedRecords)
      .where(and(eq(signedRecords.visitId, visitId), eq(signedRecords.kind, 'work')))
    if (!work) throw refused('notSigned')
    if (await sentBefore(tx, visitId, submissionKey)) return
    const signedAt = tx.now()
    const record = await appendSignedRecord(tx, {
      kind: 'correction',
      visitId,
      content: {
        ticket: ticket.number,
        visit: visitId,
        of: work,
        text,
        by: { id: actor.id, name: actor.name },
        at: signedAt,
        key: submissionKey,
      },
      signerName: actor.name,
      signedAt,
    })
    const said = { text, seq: record.seq, hash: record.hash }
    await recordEvent(tx, ticket, 'record_corrected', said, visit)
  })
}

const sentBefore = async (tx: Tx, visitId: number, key: string): Promise<boolean> =>
  (await correctionsOf(tx, visitId)).some((correction) => correction.key === key)

/** What was put right about a visit's record, the earliest first, for a caller who may see the visit. */
export async function correctionsOf(ctx: Ctx, visitId: number) {
  const corrections = await ctx.db
    .select({ content: signedRecords.content })
    .from(signedRecords)
    .where(and(eq(signedRecords.visitId, visitId), eq(signedRecords.kind, 'correction')))
    .orderBy(asc(signedRecords.seq))
  return corrections.flatMap(({ content }) => readCorrection(content) ?? [])
}
