import { aliasedTable, asc, eq, type SQL } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { promises } from '#db/schema/promises.ts'
import { visits } from '#db/schema/visits.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'

export type PromiseOfVisit = Awaited<ReturnType<typeof promisesWhere>>[number]

/** What the customer of a visit was told, in the order it was told; nothing for whom it is no business. */
export const promisesOfVisit = async (ctx: Ctx, visitId: number): Promise<PromiseOfVisit[]> =>
  may(ctx.actor, 'promise:read') ? promisesWhere(ctx, eq(promises.visitId, visitId)) : []

/** The same of all visits of a ticket. */
export const promisesOfTicket = async (ctx: Ctx, ticketId: number): Promise<PromiseOfVisit[]> =>
  may(ctx.actor, 'promise:read') ? promisesWhere(ctx, eq(promises.ticketId, ticketId)) : []

const settler = aliasedTable(staff, 'settler')

const promisesWhere = (ctx: Ctx, which: SQL) =>
  ctx.db
    .select({
      id: promises.id,
      visitId: promises.visitId,
      windowStart: promises.windowStart,
      windowEnd: promises.windowEnd,
      origin: promises.origin,
      madeAt: promises.madeAt,
      madeBy: staff.name,
      outcome: promises.outcome,
      breach: promises.breach,
      settledAt: promises.settledAt,
      settledBy: settler.name,
      arrivedAt: visits.arrivedAt,
    })
    .from(promises)
    .innerJoin(visits, eq(visits.id, promises.visitId))
    .leftJoin(staff, eq(staff.id, promises.madeBy))
    .leftJoin(settler, eq(settler.id, promises.settledBy))
    .where(which)
    .orderBy(asc(promises.id))
    .limit(100)
