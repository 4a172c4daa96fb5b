import { and, eq } from 'drizzle-orm'
import { crews } from '#db/schema/crews.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize, may } from '#app/platform/permissions.ts'
import { findVisit } from './find-visit.server.ts'
import { freeCrews } from './free-crews.server.ts'
import { marksOf } from './marks.server.ts'

/**
 * What a dispatcher needs to decide on one visit: its facts, what speaks against it, and, while nobody has set out, who
 * can take it (DS-1).
 * @throws DomainError not_found
 */
export async function visitForDispatch(ctx: Ctx, id: number) {
  authorize(ctx.actor, 'visit:read')
  const visit = await findVisit(ctx, id)
  const [[ticket], [crew], [first], marks] = await Promise.all([
    ctx.db
      .select({
        number: tickets.number,
        customerId: tickets.customerId,
        name: tickets.name,
        phone: tickets.phone,
        address: tickets.address,
        areaId: tickets.areaId,
        lat: tickets.lat,
        lng: tickets.lng,
        product: tickets.product,
        severity: tickets.severity,
        hasEmail: tickets.email,
      })
      .from(tickets)
      .where(eq(tickets.id, visit.ticketId)),
    ctx.db
      .select({ id: crews.id, nameZh: crews.nameZh, nameEn: crews.nameEn })
      .from(crews)
      .where(eq(crews.id, visit.crewId ?? 0)),
    ctx.db
      .select({ id: visits.id, windowStart: visits.windowStart, windowEnd: visits.windowEnd })
      .from(visits)
      .where(and(eq(visits.id, visit.afterVisitId ?? 0))),
    marksOf(ctx, [id]),
  ])
  const open = visit.status === 'proposed' || visit.status === 'confirmed'
  return {
    visit,
    ticket: { ...ticket!, hasEmail: ticket!.hasEmail !== null },
    crew: crew ?? null,
    /** The linked visit that comes first (BK-1). */
    first: first ?? null,
    marks: marks.get(id) ?? [],
    crews: open && may(ctx.actor, 'visit:dispatch') ? await freeCrews(ctx, visit, ticket!) : null,
  }
}
