import { and, asc, count, eq, gt, gte, ilike, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import { staff } from '#db/schema/accounts.ts'
import { siteChecks } from '#db/schema/bookings.ts'
import { crews } from '#db/schema/crews.ts'
import { orders } from '#db/schema/customers.ts'
import { promises } from '#db/schema/promises.ts'
import { areas } from '#db/schema/stores.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visitMarks, visits } from '#db/schema/visits.ts'
import type { Skill } from '#db/vocabulary/visits.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { addDays, dayOf, spanOfDay } from '#app/platform/time.server.ts'
import { type Mark, goodsShort, marksOf, roomNotReady, toCome } from './marks.server.ts'
import type { WaitingReason } from './waiting-reasons.ts'

export interface WaitingFilter {
  reason: WaitingReason | null
  skill: Skill | null
  /** `none` for homes in no area of ours. */
  areaId: number | 'none' | null
  /** A part of name, ticket number, address or work. */
  q: string
}

/** The last row of the page before: when its window began, and its key. */
export type WaitingPlace = [Date, number]

const page = 200

export type WaitingVisit = Awaited<ReturnType<typeof rowsOf>>[number] & { marks: Mark[] }

/**
 * Every visit that waits for a dispatcher, whatever its day: without a crew, let in beyond its window and without one,
 * on a crew that can't come (DS-3), or marked as one that may come to nothing (BK-6). The soonest promised first.
 */
export async function waitingVisits(
  ctx: Ctx,
  filter: WaitingFilter,
  after: WaitingPlace | null,
): Promise<{
  visits: WaitingVisit[]
  counts: Record<WaitingReason | 'all', number>
  next: string | null
}> {
  authorize(ctx.actor, 'visit:read')
  const [rows, counts] = await Promise.all([rowsOf(ctx, filter, after), countsOf(ctx, filter)])
  const shown = rows.slice(0, page)
  const marks = await marksOf(
    ctx,
    shown.map(({ id }) => id),
  )
  const last = shown.at(-1)
  return {
    visits: shown.map((row) => ({ ...row, marks: marks.get(row.id) ?? [] })),
    counts,
    next: rows.length > page && last ? `${last.windowStart.toISOString()},${last.id}` : null,
  }
}

/** How many visits of today and tomorrow may come to nothing (BK-6). */
export async function countMarkedSoon(ctx: Ctx): Promise<number> {
  const today = dayOf(ctx.now())
  const span = and(
    gte(visits.windowStart, spanOfDay(today).start),
    lt(visits.windowStart, spanOfDay(addDays(today, 1)).end),
  )!
  const some = unionAll(written(ctx, span), derived(ctx, span)).as('some')
  const [row] = await ctx.db.select({ n: sql<number>`count(distinct ${some.id})::int` }).from(some)
  return row!.n
}

/** The literal lets the small indexes of such visits be used. */
const proposed = sql`${visits.status} = 'proposed'`
const overbooked = sql`${visits.overbookedBy} is not null`

const no = () => sql<boolean>`false`.as('marked')
const yes = () => sql<boolean>`true`.as('marked')

const written = (ctx: Ctx, span: SQL) =>
  ctx.db
    .select({ id: visits.id, marked: yes() })
    .from(visitMarks)
    .innerJoin(visits, eq(visits.id, visitMarks.visitId))
    .where(and(isNull(visitMarks.clearedAt), toCome, span))

const derived = (ctx: Ctx, span: SQL) =>
  ctx.db
    .select({ id: visits.id, marked: yes() })
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .leftJoin(siteChecks, eq(siteChecks.ticketId, visits.ticketId))
    .leftJoin(orders, eq(orders.id, tickets.orderId))
    .where(and(toCome, span, or(roomNotReady, goodsShort)))

/** Which visits wait, each found along an index of its own, and whether it is marked. */
function waitingIds(ctx: Ctx) {
  const fromToday = gte(visits.windowStart, spanOfDay(dayOf(ctx.now())).start)
  const found = unionAll(
    ctx.db.select({ id: visits.id, marked: no() }).from(visits).where(proposed),
    ctx.db
      .select({ id: visits.id, marked: no() })
      .from(visits)
      .where(sql`${visits.stranded}`),
    written(ctx, fromToday),
    derived(ctx, fromToday),
  ).as('found')
  return ctx.db
    .select({ id: found.id, marked: sql<boolean>`bool_or(${found.marked})`.as('any_marked') })
    .from(found)
    .groupBy(found.id)
    .as('waiting')
}

type Waiting = ReturnType<typeof waitingIds>

const isFor = (waiting: Waiting): Record<WaitingReason, SQL> => ({
  unassigned: and(proposed, isNull(visits.overbookedBy))!,
  overbooked: and(proposed, overbooked)!,
  stranded: sql`${visits.stranded}`,
  marked: sql`${waiting.marked}`,
})

function fits({ skill, areaId, q }: WaitingFilter): SQL[] {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return [
    skill && eq(visits.skill, skill),
    areaId === 'none' && isNull(tickets.areaId),
    typeof areaId === 'number' && eq(tickets.areaId, areaId),
    q !== '' &&
      or(
        ilike(tickets.name, like),
        ilike(tickets.number, like),
        ilike(tickets.address, like),
        ilike(visits.work, like),
      ),
  ].filter((one): one is SQL => typeof one === 'object' && one !== null)
}

function rowsOf(ctx: Ctx, filter: WaitingFilter, after: WaitingPlace | null) {
  const waiting = waitingIds(ctx)
  return ctx.db
    .select({
      id: visits.id,
      status: visits.status,
      skill: visits.skill,
      work: visits.work,
      windowStart: visits.windowStart,
      windowEnd: visits.windowEnd,
      stranded: visits.stranded,
      overbooked: sql<boolean>`${overbooked}`,
      crewZh: crews.nameZh,
      crewEn: crews.nameEn,
      number: tickets.number,
      name: tickets.name,
      address: tickets.address,
      severity: tickets.severity,
      areaZh: areas.nameZh,
      areaEn: areas.nameEn,
      promisedAt: promises.madeAt,
      promisedBy: staff.name,
    })
    .from(waiting)
    .innerJoin(visits, eq(visits.id, waiting.id))
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .leftJoin(areas, eq(areas.id, tickets.areaId))
    .leftJoin(crews, eq(crews.id, visits.crewId))
    .leftJoin(promises, and(eq(promises.visitId, visits.id), eq(promises.outcome, sql`'open'`)))
    .leftJoin(staff, eq(staff.id, promises.madeBy))
    .where(
      and(
        ...fits(filter),
        filter.reason ? isFor(waiting)[filter.reason] : undefined,
        after
          ? or(
              gt(visits.windowStart, after[0]),
              and(eq(visits.windowStart, after[0]), gt(visits.id, after[1])),
            )
          : undefined,
      ),
    )
    .orderBy(asc(visits.windowStart), asc(visits.id))
    .limit(page + 1)
}

async function countsOf(ctx: Ctx, filter: WaitingFilter) {
  const waiting = waitingIds(ctx)
  const reasons = isFor(waiting)
  const those = (reason: SQL) => sql<number>`count(*) filter (where ${reason})::int`
  const [row] = await ctx.db
    .select({
      all: count(),
      unassigned: those(reasons.unassigned),
      overbooked: those(reasons.overbooked),
      stranded: those(reasons.stranded),
      marked: those(reasons.marked),
    })
    .from(waiting)
    .innerJoin(visits, eq(visits.id, waiting.id))
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .where(and(...fits(filter)))
  return row!
}

/** The areas a home may lie in, for the filter. */
export const areasOfWaiting = (ctx: Ctx) =>
  ctx.db
    .select({ id: areas.id, zh: areas.nameZh, en: areas.nameEn })
    .from(areas)
    .orderBy(asc(areas.id))
