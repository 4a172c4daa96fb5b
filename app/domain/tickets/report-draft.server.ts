import { createHash } from 'node:crypto'
import { and, asc, eq } from 'drizzle-orm'
import { attachments, privateLinks, reportDrafts, tickets } from '#db/schema/tickets.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { hashToken, linkToken } from '#app/platform/tokens.server.ts'
import { type Answers, reportFields } from './report-steps.ts'

export type DraftRow = typeof reportDrafts.$inferSelect

/** A ticket made from a report: its number and the token of its private link. */
export interface SentReport {
  number: string
  token: string
}

export interface ReportDraft {
  answers: Answers
  photos: { id: string; name: string; pdf: boolean }[]
  sent: SentReport | null
}

/** What has been said so far under this token; nothing, when nothing was sent yet. */
export async function readDraft(ctx: Ctx, token: string): Promise<ReportDraft> {
  const [draft] = await ctx.db
    .select()
    .from(reportDrafts)
    .where(eq(reportDrafts.tokenHash, hashToken(token)))
  if (!draft) return { answers: {}, photos: [], sent: null }
  const photos = await ctx.db
    .select({
      id: attachments.id,
      name: attachments.originalName,
      contentType: attachments.contentType,
    })
    .from(attachments)
    .where(eq(attachments.draftId, draft.id))
    .orderBy(asc(attachments.createdAt), asc(attachments.id))
  return {
    answers: draft.answers,
    photos: photos.map(({ id, name, contentType }) => ({
      id,
      name,
      pdf: contentType === 'application/pdf',
    })),
    sent: draft.ticketId === null ? null : await sentReport(ctx, draft.ticketId),
  }
}

/**
 * Adds answers to a draft. The same answers to a report that was sent lead to its ticket.
 * @throws DomainError conflict `reportAlreadySent` when other answers come after it was sent
 */
export async function saveAnswers(
  ctx: Ctx,
  token: string,
  patch: Answers,
): Promise<{ answers: Answers; sent: SentReport | null }> {
  return inTransaction(ctx, async (tx) => {
    const draft = await lockDraft(tx, token)
    const answers = { ...draft.answers, ...storable(patch) }
    if (draft.ticketId !== null) return { answers, sent: await sameReport(tx, draft, answers) }
    await tx.db
      .update(reportDrafts)
      .set({ answers, updatedAt: tx.now() })
      .where(eq(reportDrafts.id, draft.id))
    return { answers: { ...answers, ...patch }, sent: null }
  })
}

const storedLength = 20_000

/** A draft keeps far more than any field takes, and not without end. */
export const storable = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([field, said]) => [
      field,
      said.slice(0, storedLength).toWellFormed(),
    ]),
  )

/** The draft with this token, made if there is none, held until the transaction ends. */
export async function lockDraft(tx: Tx, token: string): Promise<DraftRow> {
  const tokenHash = hashToken(token)
  const now = tx.now()
  await tx.db
    .insert(reportDrafts)
    .values({ tokenHash, createdAt: now, updatedAt: now })
    .onConflictDoNothing()
  const [draft] = await tx.db
    .select()
    .from(reportDrafts)
    .where(eq(reportDrafts.tokenHash, tokenHash))
    .for('update')
  return draft!
}

/** The ticket of a report that was sent, if these are the answers it was sent with. */
export async function sameReport(tx: Tx, draft: DraftRow, answers: Answers): Promise<SentReport> {
  const sent = await sentReport(tx, draft.ticketId!)
  if (draft.sentHash !== answersHash(answers)) throw alreadySent(sent)
  return sent
}

export const alreadySent = (sent: SentReport) => refused('reportAlreadySent', { ...sent })

/** The number and the first private link of a ticket that came over the portal. */
export async function sentReport(ctx: Ctx, ticketId: number): Promise<SentReport> {
  const [ticket] = await ctx.db
    .select({ number: tickets.number, linkId: privateLinks.id })
    .from(tickets)
    .innerJoin(privateLinks, eq(privateLinks.ticketId, tickets.id))
    .where(and(eq(tickets.id, ticketId), eq(privateLinks.purpose, 'track')))
    .orderBy(asc(privateLinks.createdAt), asc(privateLinks.id))
    .limit(1)
  return { number: ticket!.number, token: linkToken(ticket!.linkId) }
}

export function answersHash(answers: Answers): string {
  const said = reportFields.map((field) => answers[field] ?? '')
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}
