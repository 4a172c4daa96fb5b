import { asc, eq } from 'drizzle-orm'
import { attachments } from '#db/schema/tickets.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { type DraftKind, findDraft, saveDraft, type SentForm, sentForm } from './drafts.server.ts'
import { type Answers, type ReportField, reportFields } from './report-steps.ts'

export const reportKind: DraftKind<ReportField> = {
  fields: reportFields.filter((field) => field !== 'tried'),
  alreadySent: 'reportAlreadySent',
}

export interface ReportDraft {
  answers: Answers
  photos: { id: string; name: string; pdf: boolean }[]
  sent: SentForm | null
}

/** What has been said so far under this token; nothing, when nothing was sent yet. */
export async function readDraft(ctx: Ctx, token: string): Promise<ReportDraft> {
  const draft = await findDraft(ctx, token)
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
    sent: draft.ticketId === null ? null : await sentForm(ctx, draft.ticketId),
  }
}

/**
 * Adds answers to a report.
 * @throws DomainError conflict `reportAlreadySent` when other answers come after it was sent
 */
export const saveAnswers = (
  ctx: Ctx,
  token: string,
  patch: Answers,
): Promise<{ answers: Answers; sent: SentForm | null }> => saveDraft(ctx, reportKind, token, patch)
