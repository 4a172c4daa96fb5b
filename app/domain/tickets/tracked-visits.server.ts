import { and, asc, eq, exists, gt, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import { crews } from '#db/schema/crews.ts'
import { ratings } from '#db/schema/follow-ups.ts'
import { privateLinks, ticketEvents } from '#db/schema/tickets.ts'
import { signedRecords, visits } from '#db/schema/visits.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { linkToken } from '#app/platform/tokens.server.ts'
import { daysOfVisits } from './tracked-day.server.ts'

/** One whose crew was lost again after the customer was told of it. */
const promised = exists(
  sql`(select 1 from ${ticketEvents} where ${and(
    eq(ticketEvents.ticketId, visits.ticketId),
    eq(ticketEvents.visitId, visits.id),
    inArray(ticketEvents.kind, ['visit_booked', 'visit_confirmed']),
  )})`,
)

/** What a customer was told of. */
export const known = or(ne(visits.status, 'proposed'), promised)

/** The visits a customer was told of, the earliest first. */
export async function agreedVisits(ctx: Ctx, ticketId: number) {
  const rows = await ctx.db
    .select({
      id: visits.id,
      status: visits.status,
      skill: visits.skill,
      work: visits.work,
      start: visits.windowStart,
      end: visits.windowEnd,
      durationMinutes: visits.durationMinutes,
      crewId: visits.crewId,
      stranded: visits.stranded,
      crewZh: crews.nameZh,
      crewEn: crews.nameEn,
      vehicle: crews.vehicle,
      setOutAt: visits.setOutAt,
      arrivedAt: visits.arrivedAt,
      finishedAt: visits.finishedAt,
      noShow: visits.noShow,
      workDone: visits.workDone,
      outcome: visits.outcome,
      signedAt: signedRecords.signedAt,
      signerName: signedRecords.signerName,
      rateLinkId: privateLinks.id,
      ratedAt: ratings.createdAt,
    })
    .from(visits)
    .leftJoin(crews, eq(crews.id, visits.crewId))
    .leftJoin(
      signedRecords,
      and(eq(signedRecords.visitId, visits.id), eq(signedRecords.kind, 'work')),
    )
    .leftJoin(ratings, eq(ratings.visitId, visits.id))
    .leftJoin(
      privateLinks,
      and(
        eq(privateLinks.ticketId, visits.ticketId),
        eq(privateLinks.visitId, visits.id),
        eq(privateLinks.purpose, 'rate'),
        isNull(privateLinks.revokedAt),
        or(isNull(privateLinks.expiresAt), gt(privateLinks.expiresAt, ctx.now())),
      ),
    )
    .where(and(eq(visits.ticketId, ticketId), known))
    .orderBy(asc(visits.windowStart), asc(visits.id))
  const byId = new Map(rows.map((row) => [row.id, row]))
  const days = await daysOfVisits(ctx, ticketId, [...byId.values()])
  return [...byId.values()].map(({ rateLinkId, ratedAt, crewId, ...row }) => ({
    ...row,
    /** Somebody is to come. */
    crewed: crewId !== null,
    ...days(row.id),
    start: row.start.toISOString(),
    end: row.end.toISOString(),
    setOutAt: row.setOutAt?.toISOString() ?? null,
    arrivedAt: row.arrivedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    signedAt: row.signedAt?.toISOString() ?? null,
    rated: ratedAt !== null,
    rateToken: rateLinkId ? linkToken(rateLinkId) : null,
  }))
}
