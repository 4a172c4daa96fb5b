import { and, eq, isNull } from 'drizzle-orm'
import { attachments } from '#db/schema/tickets.ts'
import { services } from '#db/vocabulary/bookings.ts'
import { writeToCustomer } from '#app/domain/messages/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { makePrivateLink } from './private-link.server.ts'
import { registerTicket } from './register-ticket.server.ts'
import {
  keepAnswers,
  lockDraft,
  markSent,
  sameForm,
  type SentForm,
  sentForm,
  withAnswers,
} from './drafts.server.ts'
import { reportKind } from './report-draft.server.ts'
import type { Ticket } from './find-ticket.server.ts'
import { type Report, reportErrors, ReportForm, type ReportErrors } from './report-form.server.ts'
import type { Answers } from './report-steps.ts'

export type Submission =
  { ok: true; sent: SentForm } | { ok: false; answers: Answers; errors: ReportErrors }

/** Gives the ticket the window that was chosen with the report, in the same transaction. */
export interface WindowBooking {
  /** Before anything of the ticket is written. @throws DomainError conflict `windowGone` */
  hold(tx: Tx, report: Report, windowId: number): Promise<void>
  /** @throws DomainError conflict `windowGone` */
  book(tx: Tx, ticket: Ticket, windowId: number): Promise<void>
}

/**
 * Makes a ticket of a report, once, however often and from wherever it is sent (IN-1, Q-5); `patch` is added to
 * what the draft holds. Answers that don't do are kept and told.
 * @param booking without it a window that was chosen stays a wish
 * @throws DomainError conflict `reportAlreadySent` when it was sent with other answers; `windowGone`
 */
export async function submitReport(
  ctx: Ctx,
  token: string,
  patch: Answers = {},
  booking?: WindowBooking,
): Promise<Submission> {
  return inTransaction(ctx, async (tx): Promise<Submission> => {
    const draft = await lockDraft(tx, token)
    const answers = withAnswers(draft, patch)
    if (draft.ticketId !== null) {
      return { ok: true, sent: await sameForm(tx, reportKind, draft, answers) }
    }
    const report = ReportForm.safeParse(answers)
    const errors = await reportErrors(tx, answers)
    if (!report.success || errors.category) {
      await keepAnswers(tx, draft, answers)
      return { ok: false, answers: { ...answers, ...patch }, errors }
    }
    const { window, day: _day, ...facts } = report.data
    if (window !== null) await booking?.hold(tx, report.data, window)
    const ticket = await registerTicket(tx, {
      ...facts,
      // A booking that ended here keeps its wish; a window is always a repair's.
      kind: (window === null && services.find((one) => one === draft.answers.service)) || 'repair',
      channel: 'portal',
      locale: tx.locale,
    })
    await tx.db
      .update(attachments)
      .set({ ticketId: ticket.id })
      .where(and(eq(attachments.draftId, draft.id), isNull(attachments.ticketId)))
    const linkId = await makePrivateLink(tx, { purpose: 'track', ticketId: ticket.id })
    await markSent(tx, reportKind, draft, answers, ticket.id)
    const { name, number, product, description, address } = ticket
    await writeToCustomer(tx, {
      to: ticket,
      template: 'ticket-received',
      ticketId: ticket.id,
      facts: { name, number, product, description, address, linkId },
    })
    if (window !== null) await booking?.book(tx, ticket, window)
    return { ok: true, sent: await sentForm(tx, ticket.id) }
  })
}
