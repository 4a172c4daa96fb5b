import { and, desc, eq } from 'drizzle-orm'
import { followUps } from '#db/schema/follow-ups.ts'
import { endTicket, recordEvent } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { CloseUnreachedForm } from './complaint-forms.ts'
import { type Complaint, holdComplaint, refuseStaleComplaint } from './find-complaint.server.ts'
import { moveComplaint } from './move-complaint.server.ts'

/**
 * CP-1, FU-3: closes an answered complaint without a verdict, once nobody could be reached for one, and says why.
 * @throws DomainError conflict `complaintAboutYou`, `complaintChanged`, `complaintNotInState`, `complaintReachable`
 */
export async function closeUnreached(
  ctx: Ctx,
  number: string,
  { version, reason }: CloseUnreachedForm,
): Promise<void> {
  authorize(ctx.actor, 'complaint:handle')
  const { id: closedBy } = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const { complaint, ticket } = await holdComplaint(tx, number)
    refuseStaleComplaint(complaint, version)
    if (complaint.status !== 'answered') throw refused('complaintNotInState')
    if (!(await isUnreached(tx, complaint))) throw refused('complaintReachable')
    await moveComplaint(tx, complaint, 'closed', {
      closedAt: tx.now(),
      closedBy,
      closedBecause: reason,
    })
    await recordEvent(tx, ticket, 'complaint_closed')
    await endTicket(tx, ticket, complaint.resolution ?? reason)
  })
}

/** FU-3: the call for the verdict on this answer was tried as often as it is, and reached nobody. */
export async function isUnreached(
  ctx: Ctx,
  { ticketId, answeredAt }: Pick<Complaint, 'ticketId' | 'answeredAt'>,
): Promise<boolean> {
  const [last] = await ctx.db
    .select({ status: followUps.status, doneAt: followUps.doneAt })
    .from(followUps)
    .where(and(eq(followUps.ticketId, ticketId), eq(followUps.kind, 'complaint')))
    .orderBy(desc(followUps.id))
    .limit(1)
  return (
    last?.status === 'unreachable' &&
    last.doneAt !== null &&
    answeredAt !== null &&
    last.doneAt >= answeredAt
  )
}
