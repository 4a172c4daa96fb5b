import { complaintFindings } from '#db/schema/complaints.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { FindingForm } from './complaint-forms.ts'
import { holdComplaint, refuseEnded } from './find-complaint.server.ts'
import { lookInto } from './move-complaint.server.ts'

/**
 * CP-1: adds what was found out; nothing of it is changed later. The same form twice adds once.
 * @throws DomainError conflict `complaintAboutYou`, `complaintNotInState`
 */
export async function addFinding(
  ctx: Ctx,
  number: string,
  { body, submissionKey }: FindingForm,
): Promise<void> {
  authorize(ctx.actor, 'complaint:handle')
  const { id: by } = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const { complaint, ticket } = await holdComplaint(tx, number)
    refuseEnded(complaint)
    const added = await tx.db
      .insert(complaintFindings)
      .values({ ticketId: ticket.id, body, at: tx.now(), by, submissionKey })
      .onConflictDoNothing({ target: complaintFindings.submissionKey })
      .returning({ id: complaintFindings.id })
    if (added.length > 0 && complaint.status === 'open') await lookInto(tx, complaint)
  })
}
