import { asc, eq, sql } from 'drizzle-orm'
import { windows } from '#db/schema/bookings.ts'
import { crews } from '#db/schema/crews.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import type { Service } from '#db/vocabulary/bookings.ts'
import { type CrewFor, crewsFor } from '#app/domain/visits/index.server.ts'
import { type FreeWindow, listWindows } from '#app/domain/windows/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { type StrandedWhy, whyStranded } from './why-stranded.server.ts'

/** How many visits one page shows. */
const page = 20
/** How many free windows are offered for each. */
const nearestShown = 3

/** How many visits must move (DS-3); one walk along their own small index. */
export async function countStranded(ctx: Ctx): Promise<number> {
  return ctx.db.$count(visits, sql`${visits.stranded}`)
}

const shown = {
  id: visits.id,
  version: visits.version,
  status: visits.status,
  skill: visits.skill,
  work: visits.work,
  windowStart: visits.windowStart,
  windowEnd: visits.windowEnd,
  plannedStart: visits.plannedStart,
  plannedEnd: visits.plannedEnd,
  durationMinutes: visits.durationMinutes,
  crewId: visits.crewId,
  crewZh: crews.nameZh,
  crewEn: crews.nameEn,
  number: tickets.number,
  name: tickets.name,
  phone: tickets.phone,
  hasEmail: sql<boolean>`${tickets.email} is not null`,
  address: tickets.address,
  areaId: tickets.areaId,
  service: windows.service,
}

export type StrandedVisit = Awaited<ReturnType<typeof strandedRows>>[number] & {
  why: StrandedWhy
  /** Who could take it in the window the customer knows. */
  others: CrewFor[]
  /** Where it could go otherwise, the nearest first. */
  nearest: FreeWindow[]
}

/**
 * DS-3: the visits whose crew is no longer at work then, the soonest first, each with why, who else could take it in
 * the same window, and the nearest free windows. The number of queries doesn't grow with the visits.
 */
export async function strandedVisits(
  ctx: Ctx,
): Promise<{ count: number; visits: StrandedVisit[] }> {
  authorize(ctx.actor, 'booking:read')
  const [count, rows] = await Promise.all([countStranded(ctx), strandedRows(ctx)])
  const [why, others, free] = await Promise.all([
    whyStranded(ctx, rows),
    crewsFor(ctx, rows),
    freeWindows(ctx, rows),
  ])
  return {
    count,
    visits: rows.map((row) => ({
      ...row,
      why: why.get(row.id)!,
      others: others.get(row.id) ?? [],
      nearest: nearestTo(row, free),
    })),
  }
}

function strandedRows(ctx: Ctx) {
  return ctx.db
    .select(shown)
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .leftJoin(crews, eq(crews.id, visits.crewId))
    .leftJoin(windows, eq(windows.id, visits.windowId))
    .where(sql`${visits.stranded}`)
    .orderBy(asc(visits.windowStart), asc(visits.id))
    .limit(page)
}

type Row = Awaited<ReturnType<typeof strandedRows>>[number]

/** A visit that the desk arranged without a window is looked up by its skill. */
const serviceOf = ({ service, skill }: Pick<Row, 'service' | 'skill'>): Service => service ?? skill

/** The free windows of every area and service there is among these visits. */
async function freeWindows(ctx: Ctx, rows: readonly Row[]): Promise<FreeWindow[]> {
  const asked = new Map(
    rows
      .filter(({ areaId }) => areaId !== null)
      .map((row) => [
        `${row.areaId} ${serviceOf(row)}`,
        { areaId: row.areaId!, service: serviceOf(row) },
      ]),
  )
  const found = await Promise.all([...asked.values()].map((one) => listWindows(ctx, one)))
  return found.flat()
}

function nearestTo(row: Row, free: readonly FreeWindow[]): FreeWindow[] {
  const far = ({ start }: FreeWindow) => Math.abs(start.getTime() - row.windowStart.getTime())
  return free
    .filter((window) => window.areaId === row.areaId && window.service === serviceOf(row))
    .filter((window) => window.minutesLeft >= row.durationMinutes)
    .filter((window) => window.start.getTime() !== row.windowStart.getTime())
    .sort((a, b) => far(a) - far(b) || a.start.getTime() - b.start.getTime())
    .slice(0, nearestShown)
}
