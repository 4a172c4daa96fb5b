import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { ticketClocks } from '#db/schema/clocks.ts'
import { promises } from '#db/schema/promises.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import type { Tx } from '#app/platform/context.server.ts'
import type { Clock, Matter } from './settle.ts'

/** Whoever changes a ticket holds it already; a job takes what it can't get later. */
export const holdTickets = (tx: Tx, ids: readonly number[]) =>
  tx.db
    .select({
      id: tickets.id,
      kind: tickets.kind,
      status: tickets.status,
      severity: tickets.severity,
      createdAt: tickets.createdAt,
      firstContactAt: tickets.firstContactAt,
      resolvedAt: tickets.resolvedAt,
      closedAt: tickets.closedAt,
      nextDueAt: tickets.nextDueAt,
      nextDueClock: tickets.nextDueClock,
      riskAt: tickets.riskAt,
    })
    .from(tickets)
    .where(inArray(tickets.id, [...ids]))
    .orderBy(asc(tickets.id))
    .for('no key update')

export type Held = Awaited<ReturnType<typeof holdTickets>>[number]

export async function clocksByTicket(
  tx: Tx,
  ids: readonly number[],
): Promise<Map<number, Clock[]>> {
  const rows = await tx.db
    .select()
    .from(ticketClocks)
    .where(inArray(ticketClocks.ticketId, [...ids]))
  const clocks = new Map<number, Clock[]>()
  for (const row of rows) clocks.set(row.ticketId, [...(clocks.get(row.ticketId) ?? []), row])
  return clocks
}

type Trip = Pick<Matter, 'arrivedAt' | 'agreed'>
export const noTrip: Trip = { arrivedAt: null, agreed: null }

/** When a crew first arrived, and the first window still to come that its customer was promised. */
export async function tripsByTicket(tx: Tx, ids: readonly number[]): Promise<Map<number, Trip>> {
  if (ids.length === 0) return new Map()
  const arrived = await tx.db
    .select({ ticketId: visits.ticketId, at: sql<string>`min(${visits.arrivedAt})` })
    .from(visits)
    .where(and(inArray(visits.ticketId, [...ids]), isNotNull(visits.arrivedAt)))
    .groupBy(visits.ticketId)
  const agreed = await tx.db
    .selectDistinctOn([visits.ticketId], {
      ticketId: visits.ticketId,
      start: visits.windowStart,
      end: visits.windowEnd,
    })
    .from(visits)
    .innerJoin(
      promises,
      and(
        eq(promises.visitId, visits.id),
        eq(promises.windowEnd, visits.windowEnd),
        inArray(promises.outcome, ['open', 'broken']),
      ),
    )
    .where(
      and(
        inArray(visits.ticketId, [...ids]),
        inArray(visits.status, ['proposed', 'confirmed', 'on_the_way']),
      ),
    )
    .orderBy(visits.ticketId, asc(visits.windowEnd), asc(visits.windowStart))
  const arrivals = new Map(arrived.map(({ ticketId, at }) => [ticketId, new Date(at)]))
  const windows = new Map(agreed.map(({ ticketId, ...window }) => [ticketId, window]))
  return new Map(
    ids.map((id) => [id, { arrivedAt: arrivals.get(id) ?? null, agreed: windows.get(id) ?? null }]),
  )
}
