import { asc, eq } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { ticketEvents } from '#db/schema/tickets.ts'

/** What happened to a ticket, in order (IN-8). */
export const eventsOf = (db: Db, ticketId: number) =>
  db
    .select({ kind: ticketEvents.kind, data: ticketEvents.data })
    .from(ticketEvents)
    .where(eq(ticketEvents.ticketId, ticketId))
    .orderBy(asc(ticketEvents.id))
