import { sql, type SQL } from 'drizzle-orm'

/**
 * IN-6: something was done about the row of `tickets`: it was solved, or it was called off when a crew had been there.
 * The table is written out: a selected column stands without it, and would be the inner table's.
 */
export const endedAfterWork = sql<boolean>`(tickets.status in ('resolved', 'closed')
  or (tickets.status = 'cancelled' and exists (
    select from visits where visits.ticket_id = tickets.id and visits.status = 'finished'
  )))`

export const endedBy = (at: Date): SQL =>
  sql`coalesce(tickets.resolved_at, tickets.closed_at) <= ${at.toISOString()}::timestamptz`
