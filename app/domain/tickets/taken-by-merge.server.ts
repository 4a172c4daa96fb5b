import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { ticketEvents, tickets } from '#db/schema/tickets.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { refuseOwnerItIsAbout } from './about-them.server.ts'
import type { Ticket } from './find-ticket.server.ts'
import { namesOf } from './list-owners.server.ts'

/** In the order of their keys, so that two merges never wait for each other in a ring. */
export const lockInOrder = (tx: Tx, ids: number[]): Promise<Ticket[]> =>
  tx.db
    .select()
    .from(tickets)
    .where(inArray(tickets.id, ids))
    .orderBy(asc(tickets.id))
    .for('update')

/**
 * IN-6: a customer who was called has been called, and whose matter it was has it still; what the other ticket has of
 * its own stays.
 * @returns what the event of the merge says of it
 */
export async function takeOver(
  tx: Tx,
  source: Ticket,
  target: Ticket,
): Promise<Record<string, unknown>> {
  const called = target.firstContactAt === null ? source.firstContactAt : null
  const owner = target.ownerId === null ? source.ownerId : null
  await refuseOwnerItIsAbout(tx, target, owner)
  if (called === null && owner === null) return {}
  await change(tx, target, {
    ...(called && { firstContactAt: called }),
    ...(owner && { ownerId: owner }),
  })
  return {
    ...(called && { calledAt: called.toISOString() }),
    ...(owner && { ownerId: owner, owner: [null, await nameOf(tx, owner)] }),
  }
}

/** What a ticket has only by a merge goes back when that is undone. */
export async function giveBack(
  tx: Tx,
  into: Ticket,
  { number }: Ticket,
): Promise<Record<string, unknown>> {
  const [merge] = await tx.db
    .select({ data: ticketEvents.data })
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.ticketId, into.id),
        eq(ticketEvents.kind, 'merged'),
        sql`${ticketEvents.data} ->> 'number' = ${number}`,
      ),
    )
    .orderBy(desc(ticketEvents.id))
    .limit(1)
  const { calledAt, ownerId } = merge?.data ?? {}
  const called = typeof calledAt === 'string' && into.firstContactAt?.toISOString() === calledAt
  const owner = into.ownerId !== null && into.ownerId === ownerId ? into.ownerId : null
  if (!called && owner === null) return {}
  await change(tx, into, {
    ...(called && { firstContactAt: null }),
    ...(owner && { ownerId: null }),
  })
  return owner === null ? {} : { owner: [await nameOf(tx, owner), null] }
}

const change = (
  tx: Tx,
  { id }: Ticket,
  facts: { firstContactAt?: Date | null; ownerId?: string | null },
) =>
  tx.db
    .update(tickets)
    .set({ ...facts, version: sql`${tickets.version} + 1`, updatedAt: tx.now() })
    .where(eq(tickets.id, id))

const nameOf = async (tx: Tx, id: string) => (await namesOf(tx, [id])).get(id) ?? null
