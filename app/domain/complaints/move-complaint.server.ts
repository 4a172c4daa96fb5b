import { eq, sql } from 'drizzle-orm'
import { complaints } from '#db/schema/complaints.ts'
import { canMoveComplaint, type ComplaintStatus } from '#db/vocabulary/complaints.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import type { Complaint } from './find-complaint.server.ts'

type Facts = Partial<typeof complaints.$inferInsert>

/**
 * Moves a complaint along the moves of CP-1 and nothing else. The caller holds its ticket and itself.
 * @throws DomainError conflict `complaintNotInState`
 */
export async function moveComplaint(
  tx: Tx,
  complaint: Pick<Complaint, 'ticketId' | 'status'>,
  to: ComplaintStatus,
  facts: Facts = {},
): Promise<void> {
  if (!canMoveComplaint(complaint.status, to)) throw refused('complaintNotInState')
  await changeComplaint(tx, complaint, { ...facts, status: to })
}

/** Changes a complaint that stays where it is, and counts the change. */
export async function changeComplaint(
  tx: Tx,
  { ticketId }: Pick<Complaint, 'ticketId'>,
  facts: Facts = {},
): Promise<void> {
  await tx.db
    .update(complaints)
    .set({ ...facts, version: sql`${complaints.version} + 1` })
    .where(eq(complaints.ticketId, ticketId))
}

/** Somebody sees to it: one that waited is being looked into from now on. */
export async function lookInto(
  tx: Tx,
  complaint: Pick<Complaint, 'ticketId' | 'status'>,
): Promise<void> {
  if (complaint.status === 'open') await moveComplaint(tx, complaint, 'investigating')
  else await changeComplaint(tx, complaint)
}

/** What the customer said of an answer that is none any more. */
export const noVerdict = {
  verdict: null,
  verdictWords: '',
  verdictAt: null,
  verdictBy: null,
} as const satisfies Facts
