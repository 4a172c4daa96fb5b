import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import { leaves } from '#db/schema/crews.ts'
import { type LeaveStatus, leaveMoves } from '#db/vocabulary/bookings.ts'
import type { Actor, StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { may } from '#app/platform/permissions.ts'

export type LeaveRow = typeof leaves.$inferSelect

/** Which leave this actor may know of: a member knows their own. */
export function visibleLeave(actor: Actor): SQL | undefined {
  if (may(actor, 'roster:read')) return undefined
  return ownLeave(actor)
}

/** Leave of the actor's own, and what they asked for. */
export const ownLeave = (actor: Actor): SQL =>
  actor.kind === 'staff'
    ? or(eq(leaves.staffId, actor.id), eq(leaves.askedBy, actor.id))!
    : sql`false`

/** Taking leave back is for whoever it is for or asked for it; a whole crew's is the dispatchers'. */
export function mayWithdraw(
  actor: StaffActor,
  { staffId, askedBy }: Pick<LeaveRow, 'staffId' | 'askedBy'>,
): boolean {
  if (staffId === null && may(actor, 'roster:manage')) return true
  return staffId === actor.id || askedBy === actor.id
}

/** A leave's key as an address carries it. @throws DomainError not_found */
export function readLeaveId(value: string | undefined): number {
  if (!/^[1-9]\d{0,14}$/.test(value ?? '')) throw notFound()
  return Number(value)
}

/** @throws DomainError not_found */
export async function findLeave(
  ctx: Ctx,
  id: number,
  { lock = false }: { lock?: boolean } = {},
): Promise<LeaveRow> {
  const query = ctx.db
    .select()
    .from(leaves)
    .where(and(eq(leaves.id, id), visibleLeave(ctx.actor)))
  const [leave] = lock ? await query.for('update') : await query
  if (!leave) throw notFound()
  return leave
}

/** @throws DomainError conflict when it was decided or taken back meanwhile */
export function refuseMove(leave: LeaveRow, to: LeaveStatus): void {
  if (!leaveMoves[leave.status].includes(to)) throw refused('leaveNotInState')
}
