import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { crews } from '#db/schema/crews.ts'
import { tickets } from '#db/schema/tickets.ts'
import { signedRecords, visits } from '#db/schema/visits.ts'
import { visibleTickets } from '#app/domain/tickets/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

export type VisitOfTicket = Awaited<ReturnType<typeof visitsOfTicket>>[number]

/** The visits of a ticket the actor may see, earliest first. */
export async function visitsOfTicket(ctx: Ctx, ticketId: number) {
  return ctx.db
    .select({
      id: visits.id,
      status: visits.status,
      skill: visits.skill,
      work: visits.work,
      windowStart: visits.windowStart,
      windowEnd: visits.windowEnd,
      durationMinutes: visits.durationMinutes,
      plannedStart: visits.plannedStart,
      plannedEnd: visits.plannedEnd,
      crewNameZh: crews.nameZh,
      crewNameEn: crews.nameEn,
      setOutAt: visits.setOutAt,
      arrivedAt: visits.arrivedAt,
      startedAt: visits.startedAt,
      finishedAt: visits.finishedAt,
      cancelReason: visits.cancelReason,
      noShow: visits.noShow,
      overbookReason: visits.overbookReason,
      workDone: visits.workDone,
      signed: isNotNull(signedRecords.seq).mapWith(Boolean),
      signedAt: signedRecords.signedAt,
    })
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .leftJoin(crews, eq(crews.id, visits.crewId))
    .leftJoin(
      signedRecords,
      and(eq(signedRecords.visitId, visits.id), eq(signedRecords.kind, 'work')),
    )
    .where(and(eq(visits.ticketId, ticketId), visibleTickets(ctx.actor)))
    .orderBy(asc(visits.windowStart), asc(visits.id))
}
