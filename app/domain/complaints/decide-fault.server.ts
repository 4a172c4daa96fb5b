import { eq } from 'drizzle-orm'
import { faults } from '#db/schema/complaints.ts'
import { faultMoves } from '#db/vocabulary/complaints.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { DecideFaultForm } from './complaint-forms.ts'
import { holdComplaint } from './find-complaint.server.ts'
import { holdFaultOf } from './find-fault.server.ts'
import { tellWhomItIsAbout } from './tell-fault.server.ts'

/**
 * CP-2: decides whether a fault stands, after whom it is put to has answered or had the time to; it may be dropped
 * before. What was decided stays, and they are told.
 * @throws DomainError not_found; conflict `complaintAboutYou`, `faultOwn`, `faultOver`, `faultNotHeard`; and
 *   `complaintChanged` when they answered meanwhile
 */
export async function decideFault(
  ctx: Ctx,
  number: string,
  id: number,
  { answered, decision, why }: DecideFaultForm,
): Promise<void> {
  authorize(ctx.actor, 'fault:decide')
  const me = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const { ticket } = await holdComplaint(tx, number)
    const fault = await holdFaultOf(tx, ticket.id, id)
    if (fault.staffId === me.id) throw refused('faultOwn')
    if (fault.status === decision && fault.decidedBy === me.id && fault.decisionWhy === why) return
    if (!faultMoves[fault.status].includes(decision)) throw refused('faultOver')
    const now = tx.now()
    if (decision === 'verified' && fault.answeredAt === null && now < fault.answerBy) {
      throw refused('faultNotHeard')
    }
    if (answered !== (fault.answeredAt?.toISOString() ?? '')) throw refused('complaintChanged')
    await tx.db
      .update(faults)
      .set({ status: decision, decidedAt: now, decidedBy: me.id, decisionWhy: why })
      .where(eq(faults.id, id))
    await recordAudit(tx, 'fault_decided', `staff:${fault.staffId}`, {
      fault: fault.kind,
      number: ticket.number,
      decision,
    })
    await tellWhomItIsAbout(tx, fault, (name) => ({
      template: 'fault-decided',
      facts: {
        name,
        number: ticket.number,
        kind: fault.kind,
        verified: decision === 'verified',
        why,
        faultId: id,
      },
    }))
  })
}
