import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { staff, staffRoles } from '#db/schema/accounts.ts'
import { giveToOwner, peopleOfComplaint } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { invalid } from '#app/platform/errors.ts'
import { authorize, permissions } from '#app/platform/permissions.ts'
import type { ComplaintOwnerForm } from './complaint-forms.ts'
import { holdComplaint, refuseEnded, refuseStaleComplaint } from './find-complaint.server.ts'
import { lookInto } from './move-complaint.server.ts'

/**
 * CP-1: gives a complaint its owner, who is its ticket's; from then on it is looked into.
 * @throws DomainError conflict `complaintAboutYou`, `complaintChanged`, `complaintNotInState`; invalid
 *   `ownerNotPossible`, also for whom it is about
 */
export async function ownComplaint(
  ctx: Ctx,
  number: string,
  { owner, version }: ComplaintOwnerForm,
): Promise<void> {
  authorize(ctx.actor, 'complaint:handle')
  await inTransaction(ctx, async (tx) => {
    const { complaint, ticket } = await holdComplaint(tx, number)
    if (ticket.ownerId === owner) return
    refuseStaleComplaint(complaint, version)
    refuseEnded(complaint)
    const owners = await ownersOf(tx, ticket.id)
    if (!owners.some(({ id }) => id === owner)) throw invalid('ownerNotPossible')
    await giveToOwner(tx, ticket, owner)
    await lookInto(tx, complaint)
  })
}

const mayOwn = [...new Set([...permissions['ticket:triage'], ...permissions['complaint:handle']])]

/** Whose it may be: the colleagues who handle tickets or complaints, but for those it is about. */
export async function ownersOf(
  ctx: Ctx,
  ticketId: number,
): Promise<{ id: string; name: string }[]> {
  const rows = await ctx.db
    .selectDistinct({ id: staff.id, name: staff.name })
    .from(staff)
    .innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
    .where(and(isNull(staff.disabledAt), inArray(staffRoles.role, mayOwn)))
    .orderBy(asc(staff.name))
  const about = await peopleOfComplaint(ctx, ticketId)
  return rows.filter(({ id }) => !about.includes(id))
}
