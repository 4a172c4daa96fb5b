import { and, asc, eq, inArray } from 'drizzle-orm'
import { attachments } from '#db/schema/tickets.ts'
import { signedRecords } from '#db/schema/visits.ts'
import { callsAhead, dayOfCrew, findVisit, ownVisits } from '#app/domain/visits/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { filesOfVisit, ticketOf } from './read-visit.server.ts'
import { checksOfVisit } from './record-checks.server.ts'

/** All that a crew's phone shows of one of its visits. @throws DomainError not_found for anybody else's */
export async function visitOfCrew(ctx: Ctx<StaffActor>, id: number) {
  authorize(ctx.actor, 'visit:work')
  const visit = await findVisit(ctx, id, ownVisits(ctx.actor))
  const ticket = await ticketOf(ctx, visit)
  const [record] = await ctx.db
    .select({ signedAt: signedRecords.signedAt, signerName: signedRecords.signerName })
    .from(signedRecords)
    .where(eq(signedRecords.visitId, id))
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
    reported,
    checks: await checksOfVisit(ctx, visit),
    photos: await filesOfVisit(ctx, visit),
    calls: await callsAhead(ctx, visit),
    /** Which stop of its day this is. */
    position: stops.findIndex((stop) => stop.id === id) + 1,
    stops: stops.length,
  }
}
