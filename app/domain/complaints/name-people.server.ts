import { and, eq, inArray } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { complaintPeople, faults } from '#db/schema/complaints.ts'
import { peopleOfComplaint, type Ticket } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { invalid, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { NamePeopleForm } from './complaint-forms.ts'
import { holdComplaint, refuseEnded, refuseStaleComplaint } from './find-complaint.server.ts'
import { changeComplaint } from './move-complaint.server.ts'

/**
 * CP-1: says whom it is about; they handle nothing of it from then on.
 * @throws DomainError conflict `complaintAboutYou`, `complaintChanged`, `complaintNotInState`, `complaintOwner`,
 *   `faultNamesPerson`; invalid `personUnknown`
 */
export async function namePeople(
  ctx: Ctx,
  number: string,
  { people, other, version }: NamePeopleForm,
): Promise<void> {
  authorize(ctx.actor, 'complaint:handle')
  await inTransaction(ctx, async (tx) => {
    const { complaint, ticket } = await holdComplaint(tx, number)
    const before = await peopleOfComplaint(tx, ticket.id)
    const after = [...new Set(other === null ? people : [...people, other])]
    const added = after.filter((id) => !before.includes(id))
    const gone = before.filter((id) => !after.includes(id))
    if (added.length === 0 && gone.length === 0) return
    refuseStaleComplaint(complaint, version)
    refuseEnded(complaint)
    await takeOut(tx, ticket, gone)
    for (const id of added) await namePerson(tx, ticket, id)
    await changeComplaint(tx, complaint)
  })
}

/**
 * The same inside a verb that does more; somebody named before is named.
 * @throws DomainError conflict `complaintOwner`; invalid `personUnknown`
 */
export async function namePerson(tx: Tx, ticket: Ticket, staffId: string): Promise<void> {
  if (ticket.ownerId === staffId) throw refused('complaintOwner')
  const [known] = await tx.db.select({ id: staff.id }).from(staff).where(eq(staff.id, staffId))
  if (!known) throw invalid('personUnknown')
  const by = tx.actor.kind === 'staff' ? tx.actor.id : null
  await tx.db
    .insert(complaintPeople)
    .values({ ticketId: ticket.id, staffId, at: tx.now(), by })
    .onConflictDoNothing()
}

/** Whom a fault was put to stays named, whatever was decided. */
async function takeOut(tx: Tx, ticket: Ticket, people: string[]): Promise<void> {
  if (people.length === 0) return
  const [fault] = await tx.db
    .select({ id: faults.id })
    .from(faults)
    .where(and(eq(faults.ticketId, ticket.id), inArray(faults.staffId, people)))
    .limit(1)
  if (fault) throw refused('faultNamesPerson')
  await tx.db
    .delete(complaintPeople)
    .where(and(eq(complaintPeople.ticketId, ticket.id), inArray(complaintPeople.staffId, people)))
}
