import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { type Service, usualService } from '#db/vocabulary/bookings.ts'
import { ticketKinds } from '#db/vocabulary/tickets.ts'
import { visibleTickets } from '#app/domain/tickets/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'

const most = 8

/** Tickets of an area that wait for a visit of a service, the gravest and oldest first (IN-4). */
export async function waitingTickets(
  ctx: Ctx,
  { areaId, service }: { areaId: number; service: Service },
) {
  authorize(ctx.actor, 'visit:propose')
  return ctx.db
    .select({
      number: tickets.number,
      name: tickets.name,
      status: tickets.status,
      severity: tickets.severity,
      createdAt: tickets.createdAt,
    })
    .from(tickets)
    .where(
      and(
        inArray(tickets.status, ['new', 'triaged']),
        eq(tickets.areaId, areaId),
        inArray(
          tickets.kind,
          ticketKinds.filter((kind) => usualService(kind) === service),
        ),
        sql`not exists (select from ${visits} where ${visits.ticketId} = ${tickets.id}
          and ${visits.status} not in ('cancelled', 'finished'))`,
        visibleTickets(ctx.actor),
      ),
    )
    .orderBy(sql`${tickets.severity} asc nulls last`, asc(tickets.createdAt), asc(tickets.id))
    .limit(most)
}
