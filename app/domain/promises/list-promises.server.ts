import { aliasedTable, and, count, desc, eq, gte, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { crews } from '#db/schema/crews.ts'
import { promises } from '#db/schema/promises.ts'
import { areas } from '#db/schema/stores.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import type { PromiseOutcome } from '#db/vocabulary/promises.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { spanOfDay } from '#app/platform/time.server.ts'

export interface PromiseFilter {
  /** The civil days of the windows, both included. */
  from: string
  to: string
  outcome: PromiseOutcome | null
  /** A colleague's key; `customer` for what customers took themselves. */
  madeBy: string | null
  areaId: number | null
  crewId: number | null
}

/** The last row of the page before: when its window began, and its key. */
export type PromisePlace = [Date, number]

const page = 50

export type ListedPromise = Awaited<ReturnType<typeof rowsOf>>[number]

export interface PromiseTotals {
  byOutcome: Record<PromiseOutcome, number>
  late: number
  missed: number
}

/** The ledger of promised windows, the latest first, a page at a time, with what became of all of them. */
export async function listPromises(ctx: Ctx, filter: PromiseFilter, after: PromisePlace | null) {
  authorize(ctx.actor, 'promise:read')
  const which = [
    gte(promises.windowStart, spanOfDay(filter.from).start),
    lt(promises.windowStart, spanOfDay(filter.to).end),
    filter.madeBy === 'customer' ? isNull(promises.madeBy) : undefined,
    filter.madeBy && filter.madeBy !== 'customer' ? eq(promises.madeBy, filter.madeBy) : undefined,
    filter.areaId === null ? undefined : eq(tickets.areaId, filter.areaId),
    filter.crewId === null ? undefined : and(eq(visits.crewId, filter.crewId), sameWindow),
  ].filter((one): one is SQL => one !== undefined)
  const [rows, totals] = await Promise.all([
    rowsOf(ctx, [
      ...which,
      ...(filter.outcome ? [eq(promises.outcome, filter.outcome)] : []),
      ...(after
        ? [
            sql`(${promises.windowStart}, ${promises.id}) < (${after[0].toISOString()}::timestamptz, ${after[1]})`,
          ]
        : []),
    ]),
    totalsOf(ctx, which),
  ])
  const shown = rows.slice(0, page)
  const last = shown.at(-1)
  return {
    promises: shown,
    totals,
    next: rows.length > page && last ? `${last.windowStart.toISOString()},${last.id}` : null,
  }
}

const settler = aliasedTable(staff, 'settler')

/** The crew of a visit that has moved on is not the one that was to come then. */
const sameWindow = eq(visits.windowStart, promises.windowStart)

const rowsOf = (ctx: Ctx, which: SQL[]) =>
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
      skill: visits.skill,
      number: tickets.number,
      name: tickets.name,
      areaZh: areas.nameZh,
      areaEn: areas.nameEn,
      crewZh: crews.nameZh,
      crewEn: crews.nameEn,
    })
    .from(promises)
    .innerJoin(visits, eq(visits.id, promises.visitId))
    .innerJoin(tickets, eq(tickets.id, promises.ticketId))
    .leftJoin(areas, eq(areas.id, tickets.areaId))
    .leftJoin(crews, and(eq(crews.id, visits.crewId), sameWindow))
    .leftJoin(staff, eq(staff.id, promises.madeBy))
    .leftJoin(settler, eq(settler.id, promises.settledBy))
    .where(and(...which))
    .orderBy(desc(promises.windowStart), desc(promises.id))
    .limit(page + 1)

async function totalsOf(ctx: Ctx, which: SQL[]): Promise<PromiseTotals> {
  const rows = await ctx.db
    .select({ outcome: promises.outcome, breach: promises.breach, count: count() })
    .from(promises)
    .innerJoin(visits, eq(visits.id, promises.visitId))
    .innerJoin(tickets, eq(tickets.id, promises.ticketId))
    .where(and(...which))
    .groupBy(promises.outcome, promises.breach)
  const totals: PromiseTotals = {
    byOutcome: { open: 0, kept: 0, broken: 0, released: 0, withdrawn: 0 },
    late: 0,
    missed: 0,
  }
  for (const { outcome, breach, count } of rows) {
    totals.byOutcome[outcome] += count
    if (breach) totals[breach] += count
  }
  return totals
}

/** Who made promises of these days, and which areas and crews there are: what the filters offer. */
export async function promiseChoices(ctx: Ctx, { from, to }: Pick<PromiseFilter, 'from' | 'to'>) {
  authorize(ctx.actor, 'promise:read')
  const [people, inAreas, ofCrews] = await Promise.all([
    ctx.db
      .selectDistinct({ id: staff.id, name: staff.name })
      .from(promises)
      .innerJoin(staff, eq(staff.id, promises.madeBy))
      .where(
        and(
          gte(promises.windowStart, spanOfDay(from).start),
          lt(promises.windowStart, spanOfDay(to).end),
        ),
      )
      .orderBy(staff.name, staff.id),
    ctx.db
      .select({ id: areas.id, zh: areas.nameZh, en: areas.nameEn })
      .from(areas)
      .orderBy(areas.id),
    ctx.db
      .select({ id: crews.id, zh: crews.nameZh, en: crews.nameEn })
      .from(crews)
      .orderBy(crews.id),
  ])
  return { people, areas: inAreas, crews: ofCrews }
}
