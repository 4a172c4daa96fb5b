import { and, asc, eq, gt, gte, inArray, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { services, windows } from '#db/schema/bookings.ts'
import { crewAreas } from '#db/schema/crews.ts'
import { visits } from '#db/schema/visits.ts'
import {
  type CrewOnCall,
  readCrews,
  type Span,
  workingTimeAround,
} from '#app/domain/crews/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { addDays, spanOfDay } from '#app/platform/time.server.ts'
import { freeTime, placesIn } from './free-time.server.ts'
import { heldPlaces } from './held-places.ts'
import { markStranded } from './mark-stranded.server.ts'

/**
 * Counts again what the windows of some days can still take, and which visits are stranded, after a shift, a leave or
 * a visit changed (BK-1, DS-3). The caller holds the days (`lockDays`). A few queries, however many windows.
 * @param changed the crews whose time changed and the windows visits came to or left; without it every window of
 *   those days is counted
 */
export async function refreshWindows(
  tx: Tx,
  { days, ...changed }: { days: readonly string[] } & (Changed | object),
): Promise<void> {
  if (days.length === 0) return
  const { crewIds, windowIds } = changed as Partial<Changed>
  const all = crewIds === undefined && windowIds === undefined
  const inOrder = [...new Set(days)].sort()
  const span = {
    start: spanOfDay(inOrder[0]!).start,
    end: spanOfDay(addDays(inOrder.at(-1)!, 1)).end,
  }
  const rows = await windowsOf(
    tx,
    inOrder,
    all ? undefined : areasOf(tx, crewIds ?? [], windowIds ?? []),
  )
  const areas = [...new Set(rows.map(({ areaId }) => areaId))]
  const serving = await crewsServing(tx, areas)
  const crews = await readCrews(tx, span, [...new Set([...serving, ...(crewIds ?? [])])])
  const planned = await plannedOf(tx, crews, span)
  await count(tx, rows, crews, planned)
  await markStranded(tx, all ? crews : crews.filter(({ id }) => crewIds?.includes(id)), inOrder)
}

interface Changed {
  crewIds: readonly number[]
  windowIds?: readonly number[]
}

/** Every area whose windows may count differently now; held places are spread over all of an area's day. */
function areasOf(
  tx: Tx,
  crewIds: readonly number[],
  windowIds: readonly number[],
): SQL | undefined {
  const { db } = tx
  return or(
    crewIds.length === 0
      ? sql`false`
      : inArray(
          windows.areaId,
          db
            .select({ id: crewAreas.areaId })
            .from(crewAreas)
            .where(inArray(crewAreas.crewId, [...crewIds])),
        ),
    windowIds.length === 0
      ? sql`false`
      : sql`${windows.areaId} in (select w.area_id from windows w where ${inArray(sql`w.id`, [...windowIds])})`,
  )
}

type WindowRow = Awaited<ReturnType<typeof windowsOf>>[number]

async function windowsOf(tx: Tx, days: readonly string[], which: SQL | undefined) {
  return tx.db
    .select({
      id: windows.id,
      areaId: windows.areaId,
      service: windows.service,
      day: windows.day,
      start: windows.startsAt,
      end: windows.endsAt,
      skill: services.skill,
      minutes: services.durationMinutes,
      travel: services.travelMinutes,
    })
    .from(windows)
    .innerJoin(services, eq(services.key, windows.service))
    .where(and(inArray(windows.day, [...days]), which))
    .orderBy(asc(windows.startsAt), asc(windows.id))
}

async function crewsServing(tx: Tx, areas: readonly number[]): Promise<number[]> {
  if (areas.length === 0) return []
  const rows = await tx.db
    .selectDistinct({ id: crewAreas.crewId })
    .from(crewAreas)
    .where(inArray(crewAreas.areaId, [...areas]))
  return rows.map(({ id }) => id)
}

async function plannedOf(tx: Tx, crews: readonly CrewOnCall[], span: Span) {
  const planned = new Map<number, Span[]>(crews.map(({ id }) => [id, []]))
  if (crews.length === 0) return planned
  const rows = await tx.db
    .select({ crewId: visits.crewId, start: visits.plannedStart, end: visits.plannedEnd })
    .from(visits)
    .where(
      and(
        inArray(
          visits.crewId,
          crews.map(({ id }) => id),
        ),
        ne(visits.status, 'cancelled'),
        gte(visits.plannedStart, new Date(span.start.getTime() - longestPlan)),
        lt(visits.plannedStart, span.end),
        gt(visits.plannedEnd, span.start),
      ),
    )
  for (const { crewId, start, end } of rows)
    planned.get(crewId!)!.push({ start: start!, end: end! })
  return planned
}

/** No plan is longer than twelve hours. */
const longestPlan = 12 * 3_600_000

async function count(
  tx: Tx,
  rows: readonly WindowRow[],
  crews: readonly CrewOnCall[],
  planned: ReadonlyMap<number, readonly Span[]>,
): Promise<void> {
  if (rows.length === 0) return
  const booked = await bookedIn(tx, rows)
  const { heldShare } = await currentSettings(tx)
  const workingOn = workingTimes()
  const counted = rows.map((row) => {
    const job = { minutes: row.minutes, travel: row.travel }
    const left = crews
      .filter(
        ({ active, skills, areaIds }) =>
          active && skills.includes(row.skill) && areaIds.includes(row.areaId),
      )
      .reduce((places, crew) => {
        const working = workingOn(crew, row.day)
        const free = freeTime({ working, planned: planned.get(crew.id)! }, row, job)
        return places + placesIn(free, job)
      }, 0)
    const now = booked.get(row.id) ?? { visits: 0, minutes: 0, overbooked: 0, urgent: 0 }
    return { row, left, now, held: 0 }
  })
  for (const day of groupsOf(counted.filter(({ row }) => row.service === 'repair'))) {
    const places = day.map(({ left, now }) => ({ left, booked: now.visits, urgent: now.urgent }))
    heldPlaces(places, heldShare).forEach((held, i) => {
      day[i]!.held = held
    })
  }
  const values = counted.map(({ row, left, now, held }) => ({
    id: row.id,
    place: row.minutes,
    capacity: now.minutes - now.overbooked + left * row.minutes,
    booked: now.minutes,
    held: held * row.minutes,
    overbooked: now.overbooked,
    visits: now.visits,
  }))
  await tx.db.execute(sql`
    update windows set place_minutes = n.place, capacity_minutes = n.capacity, booked_minutes = n.booked,
      held_minutes = n.held, overbooked_minutes = n.overbooked, booked_visits = n.visits
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
      as n (id bigint, place int, capacity int, booked int, held int, overbooked int, visits int)
    where windows.id = n.id and (windows.place_minutes, windows.capacity_minutes, windows.booked_minutes,
      windows.held_minutes, windows.overbooked_minutes, windows.booked_visits)
      is distinct from (n.place, n.capacity, n.booked, n.held, n.overbooked, n.visits)`)
}

/** Each crew's working time around a day is worked out once, however many windows it has. */
function workingTimes() {
  const known = new Map<string, Span[]>()
  return (crew: CrewOnCall, day: string): Span[] => {
    const key = `${crew.id} ${day}`
    const spans = known.get(key) ?? workingTimeAround(crew, spanOfDay(day))
    known.set(key, spans)
    return spans
  }
}

interface Booked {
  visits: number
  minutes: number
  overbooked: number
  urgent: number
}

async function bookedIn(tx: Tx, rows: readonly WindowRow[]): Promise<Map<number, Booked>> {
  const found = await tx.db
    .select({
      windowId: visits.windowId,
      visits: sql<number>`count(*)::int`,
      minutes: sql<number>`sum(${visits.durationMinutes})::int`,
      overbooked: sql<number>`coalesce(sum(${visits.durationMinutes}) filter (where ${visits.overbookedBy} is not null), 0)::int`,
      urgent: sql<number>`(count(*) filter (where ${visits.urgent}))::int`,
    })
    .from(visits)
    .where(
      and(
        sql`${visits.windowId} = any(${`{${rows.map(({ id }) => id).join()}}`}::bigint[])`,
        ne(visits.status, 'cancelled'),
      ),
    )
    .groupBy(visits.windowId)
  return new Map(found.map(({ windowId, ...booked }) => [windowId!, booked]))
}

function groupsOf<T extends { row: WindowRow }>(counted: readonly T[]): T[][] {
  const groups = new Map<string, T[]>()
  for (const one of counted) {
    const key = `${one.row.areaId} ${one.row.day}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}
