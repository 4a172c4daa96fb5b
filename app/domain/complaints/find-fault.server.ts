import { and, eq, type SQL } from 'drizzle-orm'
import { faults } from '#db/schema/complaints.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'

export type Fault = typeof faults.$inferSelect

/** The key of a fault in an address. @throws DomainError not_found */
export function readFaultId(given: string | undefined): number {
  if (!/^[1-9]\d{0,14}$/.test(given ?? '')) throw notFound()
  return Number(given)
}

/** CP-2: a fault put to the colleague who asks, held; anybody else's is missing. */
export const holdOwnFault = (tx: Tx, actor: StaffActor, id: number): Promise<Fault> =>
  hold(tx, and(eq(faults.id, id), eq(faults.staffId, actor.id)))

/** A fault of a complaint that the caller holds, held too. */
export const holdFaultOf = (tx: Tx, ticketId: number, id: number): Promise<Fault> =>
  hold(tx, and(eq(faults.id, id), eq(faults.ticketId, ticketId)))

/** A fault put to the colleague who asks. @throws DomainError not_found */
export async function findOwnFault(ctx: Ctx<StaffActor>, id: number): Promise<Fault> {
  const [fault] = await ctx.db
    .select()
    .from(faults)
    .where(and(eq(faults.id, id), eq(faults.staffId, ctx.actor.id)))
  if (!fault) throw notFound()
  return fault
}

async function hold(tx: Tx, which: SQL | undefined): Promise<Fault> {
  const [fault] = await tx.db.select().from(faults).where(which).for('update')
  if (!fault) throw notFound()
  return fault
}
