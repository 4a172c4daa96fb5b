import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { AboutComplaintForm } from './complaint-forms.ts'
import { holdComplaint, refuseEnded, refuseStaleComplaint } from './find-complaint.server.ts'
import { changeComplaint } from './move-complaint.server.ts'

/**
 * CP-1: says whether it is about product, service or conduct.
 * @throws DomainError conflict `complaintAboutYou`, `complaintChanged`, `complaintNotInState`
 */
export async function aboutComplaint(
  ctx: Ctx,
  number: string,
  { about, version }: AboutComplaintForm,
): Promise<void> {
  authorize(ctx.actor, 'complaint:handle')
  await inTransaction(ctx, async (tx) => {
    const { complaint } = await holdComplaint(tx, number)
    if (complaint.about === about) return
    refuseStaleComplaint(complaint, version)
    refuseEnded(complaint)
    await changeComplaint(tx, complaint, { about })
  })
}
