import { openComplaintFollowUp } from '#app/domain/follow-ups/index.server.ts'
import { addMessage, giveToOwner, recordEvent } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { AnswerComplaintForm } from './complaint-forms.ts'
import { holdComplaint, refuseStaleComplaint } from './find-complaint.server.ts'
import { moveComplaint, noVerdict } from './move-complaint.server.ts'

/**
 * CP-1: says what it came from and tells the customer what becomes of it; their verdict is asked within a day (FU-1).
 * One without an owner becomes whoever's answers it. The same form twice answers once.
 * @throws DomainError conflict `complaintAboutYou`, `complaintChanged`, `complaintNotInState`
 */
export async function answerComplaint(
  ctx: Ctx,
  number: string,
  { version, submissionKey, ...answer }: AnswerComplaintForm,
): Promise<void> {
  authorize(ctx.actor, 'complaint:handle')
  const me = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const { complaint, ticket } = await holdComplaint(tx, number)
    if (
      complaint.status === 'answered' &&
      complaint.resolution === answer.resolution &&
      complaint.cause === answer.cause
    ) {
      return
    }
    refuseStaleComplaint(complaint, version)
    if (ticket.ownerId === null) await giveToOwner(tx, ticket, me.id)
    await moveComplaint(tx, complaint, 'answered', {
      ...answer,
      ...noVerdict,
      answeredAt: tx.now(),
      answeredBy: me.id,
    })
    await recordEvent(tx, ticket, 'complaint_answered')
    await addMessage(tx, me, ticket, { body: answer.resolution, submissionKey })
    await openComplaintFollowUp(tx, ticket)
  })
}
