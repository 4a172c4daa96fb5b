import { and, ne, or, type SQL, sql } from 'drizzle-orm'
import { complaints } from '#db/schema/complaints.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { visibleTickets } from '#app/domain/tickets/index.server.ts'
import type { Actor } from '#app/platform/actor.ts'
import { may } from '#app/platform/permissions.ts'

/** The calls that are somebody's business; inspection calls are the managers' alone (FU-5). Joined with `tickets`. */
export const visibleCalls = (actor: Actor): SQL | undefined =>
  and(
    visibleTickets(actor),
    may(actor, 'follow-up:inspect') ? undefined : ne(followUps.kind, 'inspection'),
  )

/** The calls to make: one about a complaint waits as long as its answer does (CP-1). */
export const isToCall = (): SQL | undefined =>
  and(
    sql`${followUps.status} = 'due'`,
    or(
      ne(followUps.kind, 'complaint'),
      sql`exists (select 1 from ${complaints} where ${complaints.ticketId} = ${followUps.ticketId} and ${complaints.status} = 'answered')`,
    ),
  )
