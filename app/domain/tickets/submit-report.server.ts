import { and, eq, isNull } from 'drizzle-orm'
import { attachments, reportDrafts } from '#db/schema/tickets.ts'
import { writeMessage } from '#app/domain/messages/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { linkToken } from '#app/platform/tokens.server.ts'
import { makePrivateLink } from './private-link.server.ts'
import { registerTicket } from './register-ticket.server.ts'
import {
  answersHash,
  lockDraft,
  sameReport,
  type SentReport,
  storable,
} from './report-draft.server.ts'
import { errorsIn, ReportForm, type ReportErrors } from './report-form.server.ts'
import type { Answers } from './report-steps.ts'

export type Submission =
  { ok: true; sent: SentReport } | { ok: false; answers: Answers; errors: ReportErrors }

/**
 * Makes a ticket of a report, once, however often and from wherever it is sent (IN-1, Q-5); `patch` is added to
 * what the draft holds. Answers that don't do are kept and told.
 * @throws DomainError conflict `reportAlreadySent` when it was sent with other answers
 */
export async function submitReport(
  ctx: Ctx,
  token: string,
  patch: Answers = {},
): Promise<Submission> {
  return inTransaction(ctx, async (tx): Promise<Submission> => {
    const draft = await lockDraft(tx, token)
    const answers = { ...draft.answers, ...storable(patch) }
    if (draft.ticketId !== null) return { ok: true, sent: await sameReport(tx, draft, answers) }

    const now = tx.now()
    const report = ReportForm.safeParse(answers)
    if (!report.success) {
      await tx.db
        .update(reportDrafts)
        .set({ answers, updatedAt: now })
        .where(eq(reportDrafts.id, draft.id))
      return { ok: false, answers: { ...answers, ...patch }, errors: errorsIn(answers) }
    }
    const ticket = await registerTicket(tx, {
      ...report.data,
      kind: 'repair',
      channel: 'portal',
      locale: tx.locale,
    })
    await tx.db
      .update(attachments)
      .set({ ticketId: ticket.id })
      .where(and(eq(attachments.draftId, draft.id), isNull(attachments.ticketId)))
    const linkId = await makePrivateLink(tx, { purpose: 'track', ticketId: ticket.id })
    await tx.db
      .update(reportDrafts)
      .set({ answers, ticketId: ticket.id, sentHash: answersHash(answers), updatedAt: now })
      .where(eq(reportDrafts.id, draft.id))
    const { name, number, product, email } = ticket
    if (email) {
      await writeMessage(tx, {
        template: 'ticket-received',
        recipient: email,
        locale: tx.locale,
        ticketId: ticket.id,
        facts: { name, number, product, linkId },
      })
    }
    return { ok: true, sent: { number, token: linkToken(linkId) } }
  })
}
