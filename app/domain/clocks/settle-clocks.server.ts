import { eq, sql } from 'drizzle-orm'
import { ticketClocks } from '#db/schema/clocks.ts'
import { tickets } from '#db/schema/tickets.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import {
  clocksByTicket,
  type Held,
  holdTickets,
  noTrip,
  tripsByTicket,
} from './hold-tickets.server.ts'
import { serviceTimeline } from './service-calendar.server.ts'
import { type Clock, type Rules, settle } from './settle.ts'

/**
 * Sets a ticket's clocks to what follows from how it stands: starts, stops, banks and meets them, and keeps on the
 * ticket which is due first. Done again it changes nothing.
 */
export const settleClocks = (tx: Tx, ticketId: number) => settleTickets(tx, [ticketId])

/** The same for several; the tickets are held in the order of their keys. */
export async function settleTickets(tx: Tx, ids: readonly number[]): Promise<void> {
  const held = await holdTickets(tx, ids)
  if (held.length === 0) return
  const rules = await readRules(tx)
  const clocks = await clocksByTicket(tx, ids)
  const trips = await tripsByTicket(
    tx,
    held.filter(({ kind }) => kind === 'repair').map(({ id }) => id),
  )
  const changed: (typeof ticketClocks.$inferInsert)[] = []
  for (const ticket of held) {
    const before = clocks.get(ticket.id) ?? []
    const matter = { ...ticket, ...(trips.get(ticket.id) ?? noTrip) }
    const after = settle(before, matter, rules, tx.now())
    for (const clock of after) {
      if (!before.some((one) => sameClock(one, clock)))
        changed.push({ ...clock, ticketId: ticket.id })
    }
    await keepNext(tx, ticket, after)
  }
  if (changed.length > 0) await keep(tx, changed)
}

async function readRules(tx: Tx): Promise<Rules> {
  const { targets } = await currentSettings(tx)
  return { targets, timeline: await serviceTimeline(tx) }
}

/** Who was told that it is overdue stays as it is: that is not the clock's to change. */
async function keep(tx: Tx, rows: (typeof ticketClocks.$inferInsert)[]): Promise<void> {
  await tx.db
    .insert(ticketClocks)
    .values(rows)
    .onConflictDoUpdate({
      target: [ticketClocks.ticketId, ticketClocks.kind],
      set: {
        targetMinutes: sql`excluded.target_minutes`,
        startedAt: sql`excluded.started_at`,
        spent: sql`excluded.spent_ms`,
        runningSince: sql`excluded.running_since`,
        dueAt: sql`excluded.due_at`,
        riskAt: sql`excluded.risk_at`,
        agreedUntil: sql`excluded.agreed_until`,
        metAt: sql`excluded.met_at`,
      },
    })
}

async function keepNext(tx: Tx, ticket: Held, clocks: readonly Clock[]): Promise<void> {
  const due = clocks.filter((clock) => clock.dueAt !== null)
  const first = due.toSorted((a, b) => a.dueAt!.getTime() - b.dueAt!.getTime())[0]
  const risks = due.flatMap(({ riskAt }) => (riskAt ? [riskAt.getTime()] : []))
  const next = {
    nextDueAt: first?.dueAt ?? null,
    nextDueClock: first?.kind ?? null,
    riskAt: risks.length > 0 ? new Date(Math.min(...risks)) : null,
  }
  const same =
    sameInstant(ticket.nextDueAt, next.nextDueAt) &&
    ticket.nextDueClock === next.nextDueClock &&
    sameInstant(ticket.riskAt, next.riskAt)
  if (!same) await tx.db.update(tickets).set(next).where(eq(tickets.id, ticket.id))
}

const sameInstant = (a: Date | null, b: Date | null) => a?.getTime() === b?.getTime()

const sameClock = (a: Clock, b: Clock) =>
  a.kind === b.kind &&
  a.targetMinutes === b.targetMinutes &&
  a.spent === b.spent &&
  sameInstant(a.runningSince, b.runningSince) &&
  sameInstant(a.dueAt, b.dueAt) &&
  sameInstant(a.riskAt, b.riskAt) &&
  sameInstant(a.agreedUntil, b.agreedUntil) &&
  sameInstant(a.metAt, b.metAt)
