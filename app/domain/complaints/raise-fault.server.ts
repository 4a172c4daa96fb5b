import { and, eq, inArray } from 'drizzle-orm'
import { faults } from '#db/schema/complaints.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import type { Ticket } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { addHours } from '#app/platform/time.server.ts'
import type { RaiseFaultForm } from './complaint-forms.ts'
import { holdComplaint } from './find-complaint.server.ts'
import { changeComplaint } from './move-complaint.server.ts'
import { namePerson } from './name-people.server.ts'
import { tellWhomItIsAbout } from './tell-fault.server.ts'

/**
 * CP-2: puts a fault to somebody a complaint is about; it counts only once it is decided, and they answer before that.
 * The same fault, while it is undecided, is raised once.
 * @returns the fault's key
 * @throws DomainError conflict `faultOwn`, `complaintAboutYou`, `complaintNotInState`, `complaintOwner`; invalid
 *   `personUnknown`
 */
export async function raiseFault(
  ctx: Ctx,
  number: string,
  { person, kind, what }: RaiseFaultForm,
): Promise<number> {
  authorize(ctx.actor, 'fault:decide')
  const me = ctx.actor
  if (person === me.id) throw refused('faultOwn')
  return inTransaction(ctx, async (tx) => {
    const { complaint, ticket } = await holdComplaint(tx, number)
    if (complaint.status === 'withdrawn') throw refused('complaintNotInState')
    const [before] = await undecided(tx, ticket, { person, kind })
    if (before) return before.id
    await namePerson(tx, ticket, person)
    const { faultAnswerDays } = await currentSettings(tx)
    const [fault] = await tx.db
      .insert(faults)
      .values({
        ticketId: ticket.id,
        staffId: person,
        kind,
        what,
        raisedAt: tx.now(),
        raisedBy: me.id,
        answerBy: addHours(tx.now(), faultAnswerDays * 24),
      })
      .returning()
    await changeComplaint(tx, complaint)
    await recordAudit(tx, 'fault_raised', `staff:${person}`, { fault: kind, number: ticket.number })
    await tellWhomItIsAbout(tx, fault!, (name) => ({
      template: 'fault-raised',
      facts: {
        name,
        number: ticket.number,
        kind,
        what,
        answerBy: fault!.answerBy.toISOString(),
        faultId: fault!.id,
      },
    }))
    return fault!.id
  })
}

const undecided = (
  tx: Tx,
  ticket: Ticket,
  { person, kind }: Pick<RaiseFaultForm, 'person' | 'kind'>,
) =>
  tx.db
    .select({ id: faults.id })
    .from(faults)
    .where(
      and(
        eq(faults.ticketId, ticket.id),
        eq(faults.staffId, person),
        eq(faults.kind, kind),
        inArray(faults.status, ['raised', 'answered']),
      ),
    )
