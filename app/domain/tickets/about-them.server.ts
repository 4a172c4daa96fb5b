import { and, eq } from 'drizzle-orm'
import { complaintPeople } from '#db/schema/complaints.ts'
import type { tickets } from '#db/schema/tickets.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { invalid, refused } from '#app/platform/errors.ts'

type Ticket = Pick<typeof tickets.$inferSelect, 'id' | 'kind'>

/** CP-1: whom a complaint is about, as far as anybody said. */
export async function peopleOfComplaint(ctx: Ctx, ticketId: number): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: complaintPeople.staffId })
    .from(complaintPeople)
    .where(eq(complaintPeople.ticketId, ticketId))
  return rows.map(({ id }) => id)
}

/**
 * CP-1: nobody handles a complaint about themselves.
 * @throws DomainError conflict `complaintAboutYou`
 */
export async function refuseAboutMe(ctx: Ctx, ticket: Ticket): Promise<void> {
  const { actor } = ctx
  if (ticket.kind !== 'complaint' || actor.kind !== 'staff') return
  if (await isAbout(ctx, ticket, actor.id)) throw refused('complaintAboutYou')
}

/**
 * CP-1: nor does it become theirs.
 * @throws DomainError invalid `ownerNotPossible`
 */
export async function refuseOwnerItIsAbout(
  tx: Tx,
  ticket: Ticket,
  owner: string | null,
): Promise<void> {
  if (ticket.kind !== 'complaint' || owner === null) return
  if (await isAbout(tx, ticket, owner)) throw invalid('ownerNotPossible')
}

async function isAbout(ctx: Ctx, ticket: Ticket, staffId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: complaintPeople.staffId })
    .from(complaintPeople)
    .where(and(eq(complaintPeople.ticketId, ticket.id), eq(complaintPeople.staffId, staffId)))
  return rows.length > 0
}
