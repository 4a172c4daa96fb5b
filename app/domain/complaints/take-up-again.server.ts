import { recordEvent, reopen, type Ticket } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { TakeUpAgainForm } from './complaint-forms.ts'
import { holdComplaint, refuseStaleComplaint } from './find-complaint.server.ts'
import { moveComplaint, noVerdict } from './move-complaint.server.ts'

/**
 * CP-1: looks into an answered or closed complaint once more, and takes its ticket up with it.
 * @throws DomainError conflict `complaintAboutYou`, `complaintChanged`, `complaintNotInState`
 */
export async function takeUpAgain(
  ctx: Ctx,
  number: string,
  { version, reason }: TakeUpAgainForm,
): Promise<void> {
  authorize(ctx.actor, 'complaint:handle')
  await inTransaction(ctx, async (tx) => {
    const { complaint, ticket } = await holdComplaint(tx, number)
    refuseStaleComplaint(complaint, version)
    if (complaint.status === 'open') throw refused('complaintNotInState')
    await moveComplaint(tx, complaint, 'investigating', {
      ...noVerdict,
      closedAt: null,
      closedBy: null,
      closedBecause: null,
    })
    await recordEvent(tx, ticket, 'complaint_reopened', { reason })
    await reopenEnded(tx, ticket, reason)
  })
}

/** A complaint that is looked into has a ticket that is worked on. */
export async function reopenEnded(tx: Tx, ticket: Ticket, reason: string): Promise<void> {
  if (ticket.mergedIntoId !== null) return
  if (ticket.status === 'resolved' || ticket.status === 'closed') await reopen(tx, ticket, reason)
}
