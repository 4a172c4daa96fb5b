import type { Verdict } from '#db/vocabulary/complaints.ts'
import { settleComplaintFollowUp } from '#app/domain/follow-ups/index.server.ts'
import {
  endTicket,
  recordEvent,
  refuseAboutMe,
  tellComplaint,
  type Ticket,
} from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { NoteVerdictForm } from './complaint-forms.ts'
import { holdComplaint, holdComplaintOf, refuseStaleComplaint } from './find-complaint.server.ts'
import { moveComplaint } from './move-complaint.server.ts'
import { reopenEnded } from './take-up-again.server.ts'

/**
 * CP-1: what the customer thinks of the answer, in their own words or written down by a colleague: content closes the
 * complaint and its ticket, not content has it looked into again, with the managers told. No call is due for it any
 * more. The caller holds the lock of its ticket.
 * @throws DomainError not_found; conflict `verdictOver`, `complaintAboutYou`
 */
export async function giveVerdict(
  tx: Tx,
  ticket: Ticket,
  { verdict, words }: { verdict: Verdict; words: string },
): Promise<void> {
  await refuseAboutMe(tx, ticket)
  const complaint = await holdComplaintOf(tx, ticket)
  if (complaint.status !== 'answered') throw refused('verdictOver')
  const at = tx.now()
  const said = {
    verdict,
    verdictWords: words,
    verdictAt: at,
    verdictBy: tx.actor.kind === 'staff' ? tx.actor.id : null,
  }
  await recordEvent(tx, ticket, 'complaint_verdict', { verdict, note: words })
  if (verdict === 'content') {
    await moveComplaint(tx, complaint, 'closed', { ...said, closedAt: at })
    await recordEvent(tx, ticket, 'complaint_closed')
    await endTicket(tx, ticket, complaint.resolution ?? words)
  } else {
    await moveComplaint(tx, complaint, 'investigating', said)
    await reopenEnded(tx, ticket, words)
    await tellComplaint(tx, ticket.id, words)
  }
  await settleComplaintFollowUp(tx, ticket)
}

/**
 * The same by a manager to whom the customer said so.
 * @throws DomainError conflict `complaintAboutYou`, `complaintChanged`, `verdictOver`
 */
export async function noteVerdict(
  ctx: Ctx,
  number: string,
  { version, verdict, words }: NoteVerdictForm,
): Promise<void> {
  authorize(ctx.actor, 'complaint:handle')
  await inTransaction(ctx, async (tx) => {
    const { complaint, ticket } = await holdComplaint(tx, number)
    refuseStaleComplaint(complaint, version)
    await giveVerdict(tx, ticket, { verdict, words })
  })
}
