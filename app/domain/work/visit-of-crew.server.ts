import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { services } from '#db/schema/bookings.ts'
import { crews } from '#db/schema/crews.ts'
import { attachments } from '#db/schema/tickets.ts'
import { signedRecords } from '#db/schema/visits.ts'
import { collectsOriginal, receiptsOfTicket } from '#app/domain/custody/index.server.ts'
import {
  callsAhead,
  dayOfCrew,
  findVisit,
  latestDelay,
  ownVisits,
  type Visit,
} from '#app/domain/visits/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { atOneMoment, type Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { correctionsOf } from './correct-record.server.ts'
import { filesOfVisit, ticketOf } from './read-visit.server.ts'
import { checksOfVisit } from './record-checks.server.ts'
import { heardOf, workOfVisit } from './work-of-visit.server.ts'

/**
 * All that a crew's phone shows of one of its visits, as of one moment: an entry counts as heard only where what it
 * changed is seen (VS-6).
 * @throws DomainError not_found for anybody else's
 */
export async function visitOfCrew(ctx: Ctx<StaffActor>, id: number) {
  authorize(ctx.actor, 'visit:work')
  return atOneMoment(ctx, (moment) => readVisitOfCrew(moment, id))
}

async function readVisitOfCrew(ctx: Ctx<StaffActor>, id: number) {
  const visit = await findVisit(ctx, id, ownVisits(ctx.actor))
  const ticket = await ticketOf(ctx, visit)
  const [record] = await ctx.db
    .select({ signedAt: signedRecords.signedAt, signerName: signedRecords.signerName })
    .from(signedRecords)
    .where(and(eq(signedRecords.visitId, id), eq(signedRecords.kind, 'work')))
  const reported = await ctx.db
    .select({ id: attachments.id })
    .from(attachments)
    .where(
      and(
        eq(attachments.ticketId, ticket.id),
        inArray(attachments.stage, ['report', 'track', 'desk']),
        inArray(attachments.contentType, ['image/jpeg', 'image/png']),
      ),
    )
    .orderBy(asc(attachments.createdAt), asc(attachments.id))
    .limit(12)
  const { stops } = await dayOfCrew(ctx, dayOf(visit.plannedStart ?? visit.windowStart))
  return {
    visit,
    ticket,
    record: record ?? null,
    corrections: record ? await correctionsOf(ctx, id) : [],
    reported,
    checks: await checksOfVisit(ctx, visit),
    photos: await filesOfVisit(ctx, visit),
    calls: await callsAhead(ctx, visit),
    ...(await workOfVisit(ctx, id)),
    delay: await latestDelay(ctx, visit),
    receipts: await receiptsOfTicket(ctx, ticket.id),
    /** An original goes back with the crew (VS-5). */
    collects: (await collectsOriginal(ctx, visit, ticket)) !== null,
    ...(await threeChecksOf(ctx, visit)),
    heard: await heardOf(ctx, [id]),
    /** Which stop of its day this is. */
    position: stops.findIndex((stop) => stop.id === id) + 1,
    stops: stops.length,
  }
}

/** VS-8: whether this visit's work passes three checks, and whether the second is the reader's to make. */
async function threeChecksOf(ctx: Ctx<StaffActor>, { skill, crewId }: Visit) {
  const [row] = await ctx.db
    .select({
      threeChecks: sql<boolean>`coalesce(bool_or(${services.threeChecks}), false)`,
      leader: sql<boolean>`coalesce(bool_or(${crews.leaderId} = ${ctx.actor.id}), false)`,
    })
    .from(crews)
    .leftJoin(services, eq(services.skill, skill))
    .where(eq(crews.id, crewId!))
  return { threeChecks: row?.threeChecks ?? false, leader: row?.leader ?? false }
}
