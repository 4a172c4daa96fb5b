import { sql } from 'drizzle-orm'
import type { Tx } from '#app/platform/context.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { addDays, dayOf } from '#app/platform/time.server.ts'

/** Names these locks among the database's advisory locks. */
const lockClass = 730_211

const patience = '60s'

const dayNumber = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000)

/**
 * Holds civil days until the transaction ends. Whatever changes a plan, a shift, a leave or a window takes its days
 * first, before any row, in order: changes to one day are made one after the other, so that what is counted for a
 * window is true when it is written, and nobody waits in a circle (BK-2).
 */
export async function lockDays(tx: Tx, days: readonly string[]): Promise<void> {
  const numbers = [...new Set(days)].map(dayNumber).sort((a, b) => a - b)
  if (numbers.length === 0) return
  // Whoever waits their turn isn't a statement that takes too long. One way there and back: others wait meanwhile.
  await Promise.all([
    tx.db.execute(sql`
      select set_config('shangmen.patience', current_setting('statement_timeout'), true),
        set_config('statement_timeout', ${patience}, true)`),
    tx.db.execute(sql`
      select pg_advisory_xact_lock(${lockClass}, day)
      from (select day from unnest(${sql.raw(`array[${numbers.join(',')}]::int[]`)}) as day order by day) as days`),
    tx.db.execute(sql`
      select set_config('statement_timeout', current_setting('shangmen.patience'), true)`),
  ])
}

/** Every day for which there are windows, today first. */
export async function daysAhead(tx: Tx): Promise<string[]> {
  const { bookingDays } = await currentSettings(tx)
  const today = dayOf(tx.now())
  return Array.from({ length: bookingDays + 1 }, (_, i) => addDays(today, i))
}

/** Holds every day that has windows, for a change that touches them all. @returns those days */
export async function lockAhead(tx: Tx): Promise<string[]> {
  const days = await daysAhead(tx)
  await lockDays(tx, days)
  return days
}

/** The civil days a span touches; all of them are locked by whoever plans in it. */
export function daysOf({ start, end }: { start: Date; end: Date }): string[] {
  const days = [dayOf(start)]
  const last = dayOf(new Date(end.getTime() - 1))
  while (days.at(-1)! < last) days.push(addDays(days.at(-1)!, 1))
  return days
}
