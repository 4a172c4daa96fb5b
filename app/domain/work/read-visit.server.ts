import { asc, eq } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { crews } from '#db/schema/crews.ts'
import { attachments, tickets } from '#db/schema/tickets.ts'
import { receiptsOfTicket } from '#app/domain/custody/index.server.ts'
import { findVisit, type Visit } from '#app/domain/visits/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { checksOfVisit } from './record-checks.server.ts'
import { verifyRecord } from './verify-records.server.ts'
import { workOfVisit } from './work-of-visit.server.ts'

/** All that the console shows of one visit. @throws DomainError not_found */
export async function readVisit(ctx: Ctx, id: number) {
  const visit = await findVisit(ctx, id)
  const ticket = await ticketOf(ctx, visit)
  const [crew] = visit.crewId
    ? await ctx.db
        .select({ id: crews.id, nameZh: crews.nameZh, nameEn: crews.nameEn })
        .from(crews)
        .where(eq(crews.id, visit.crewId))
    : []
  const [confirmedBy] = visit.confirmedBy
    ? await ctx.db.select({ name: staff.name }).from(staff).where(eq(staff.id, visit.confirmedBy))
    : []
  const [overbookedBy] = visit.overbookedBy
    ? await ctx.db.select({ name: staff.name }).from(staff).where(eq(staff.id, visit.overbookedBy))
    : []
  return {
    visit,
    ticket,
    crew: crew ?? null,
    confirmedBy: confirmedBy?.name ?? null,
    overbookedBy: overbookedBy?.name ?? null,
    checks: await checksOfVisit(ctx, visit),
    photos: await filesOfVisit(ctx, visit),
    record: await verifyRecord(ctx, id),
    ...(await workOfVisit(ctx, id)),
    receipts: await receiptsOfTicket(ctx, ticket.id),
  }
}

/** What whoever sees a visit may know of its ticket. */
export async function ticketOf(ctx: Ctx, visit: Visit) {
  const [ticket] = await ctx.db
    .select({
      id: tickets.id,
      number: tickets.number,
      kind: tickets.kind,
      customerId: tickets.customerId,
      email: tickets.email,
      name: tickets.name,
      phone: tickets.phone,
      address: tickets.address,
      areaId: tickets.areaId,
      lat: tickets.lat,
      lng: tickets.lng,
      product: tickets.product,
      description: tickets.description,
      status: tickets.status,
    })
    .from(tickets)
    .where(eq(tickets.id, visit.ticketId))
  return ticket!
}

/** Photos and the signature, earliest first. */
export async function filesOfVisit(ctx: Ctx, visit: Visit) {
  return ctx.db
    .select({
      id: attachments.id,
      stage: attachments.stage,
      about: attachments.about,
      createdAt: attachments.createdAt,
    })
    .from(attachments)
    .where(eq(attachments.visitId, visit.id))
    .orderBy(asc(attachments.createdAt), asc(attachments.id))
}
