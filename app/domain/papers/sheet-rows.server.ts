import { and, asc, eq, gte, lt, notInArray, type SQL } from 'drizzle-orm'
import { siteChecks } from '#db/schema/bookings.ts'
import { crews } from '#db/schema/crews.ts'
import { orders } from '#db/schema/customers.ts'
import { returnConsequences } from '#db/schema/returns.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Span } from '#app/domain/crews/index.server.ts'

export type SheetRow = Awaited<ReturnType<typeof rowsWhere>>[number]

/** The visits crews go to on a day, in each crew's order; of one crew with `crewId`. */
export const rowsOfDay = (ctx: Ctx, { start, end }: Span, crewId: number | null) =>
  rowsWhere(
    ctx,
    and(
      gte(visits.plannedStart, start),
      lt(visits.plannedStart, end),
      // What waits for a crew is in nobody's day, even when somebody is proposed for it.
      notInArray(visits.status, ['proposed', 'cancelled']),
      crewId === null ? eq(visits.crewId, crews.id) : eq(visits.crewId, crewId),
    ),
  )

export const rowOf = async (ctx: Ctx, id: number): Promise<SheetRow | undefined> =>
  (await rowsWhere(ctx, eq(visits.id, id)))[0]

const rowsWhere = (ctx: Ctx, which: SQL | undefined) =>
  ctx.db
    .select({
      id: visits.id,
      status: visits.status,
      skill: visits.skill,
      work: visits.work,
      windowStart: visits.windowStart,
      windowEnd: visits.windowEnd,
      plannedStart: visits.plannedStart,
      durationMinutes: visits.durationMinutes,
      urgent: visits.urgent,
      afterVisitId: visits.afterVisitId,
      notCollectedBecause: visits.notCollectedBecause,
      crew: {
        id: crews.id,
        nameZh: crews.nameZh,
        nameEn: crews.nameEn,
        vehicle: crews.vehicle,
      },
      ticket: {
        id: tickets.id,
        number: tickets.number,
        kind: tickets.kind,
        severity: tickets.severity,
        name: tickets.name,
        phone: tickets.phone,
        address: tickets.address,
        product: tickets.product,
        description: tickets.description,
      },
      order: {
        id: orders.id,
        number: orders.number,
        orderedOn: orders.orderedOn,
        deliveredOn: orders.deliveredOn,
      },
      /** What a decision about a return asked this visit for (RX-4). */
      consequence: {
        kind: returnConsequences.kind,
        what: returnConsequences.what,
        collects: returnConsequences.collects,
      },
      home: {
        lift: siteChecks.lift,
        floor: siteChecks.floor,
        parking: siteChecks.parking,
        takeAway: siteChecks.takeAway,
        roomReady: siteChecks.roomReady,
      },
    })
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .leftJoin(crews, eq(crews.id, visits.crewId))
    .leftJoin(orders, eq(orders.id, tickets.orderId))
    .leftJoin(returnConsequences, eq(returnConsequences.visitId, visits.id))
    .leftJoin(siteChecks, eq(siteChecks.ticketId, tickets.id))
    .where(which)
    .orderBy(asc(visits.crewId), asc(visits.plannedStart), asc(visits.id))
