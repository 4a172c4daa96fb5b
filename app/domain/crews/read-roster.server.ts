import { and, eq, gt, lt, sql } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { holidays, leaves, shiftExceptions } from '#db/schema/crews.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { addDays, spanOfDay, timeOf } from '#app/platform/time.server.ts'
import { type CrewOnCall, readCrews } from './read-crews.server.ts'
import { overlaps, type Span } from './span.ts'
import { strandedVisits } from './stranded-visits.server.ts'
import { hoursOfDay, workingTime } from './working-time.server.ts'

/** What a day of a crew is called: 早, 晚, 全, 休, 假, 节. */
export type DayMark = 'early' | 'late' | 'long' | 'off' | 'leave' | 'holiday'

export interface RosterDay {
  day: string
  mark: DayMark
  working: Span[]
  /** Other hours than its pattern's, or none, with the note. */
  exception: string | null
  /** Some of its hours are lost to leave. */
  shortened: boolean
  /** Who is away, whether or not the crew goes out without them. */
  away: string[]
}

/** The days and crews of the roster page: a few queries, whatever their number. */
export async function readRoster(ctx: Ctx, { from, days }: { from: string; days: number }) {
  authorize(ctx.actor, 'roster:read')
  const dates = Array.from({ length: days }, (_, i) => addDays(from, i))
  const last = dates.at(-1)!
  const span = { start: spanOfDay(from).start, end: spanOfDay(last).end }
  const [crews, notes, free, away, stranded] = await Promise.all([
    readCrews(ctx, span),
    ctx.db
      .select({
        crewId: shiftExceptions.crewId,
        day: shiftExceptions.day,
        note: shiftExceptions.note,
      })
      .from(shiftExceptions)
      .where(sql`${shiftExceptions.day} between ${from} and ${last}`),
    ctx.db
      .select()
      .from(holidays)
      .where(sql`${holidays.day} between ${from} and ${last}`),
    leaveIn(ctx, span),
    strandedVisits(ctx),
  ])
  return {
    days: dates.map((day) => ({ day, holiday: free.find((one) => one.day === day) ?? null })),
    stranded: stranded.length,
    crews: crews
      .filter(({ active }) => active)
      .map((crew) => ({
        id: crew.id,
        nameZh: crew.nameZh,
        nameEn: crew.nameEn,
        stranded: stranded.filter(({ crewId }) => crewId === crew.id).length,
        days: dates.map((day): RosterDay => ({
          ...dayOfCrew(crew, day),
          exception: crew.exceptions.has(day)
            ? (notes.find((one) => one.crewId === crew.id && one.day === day)?.note ?? '')
            : null,
          away: away
            .filter((leave) => leave.crewId === crew.id && overlaps(leave, spanOfDay(day)))
            .flatMap(({ name }) => (name === null ? [] : [name])),
        })),
      })),
  }
}

/** A day's hours and what they are called. */
function dayOfCrew(
  crew: CrewOnCall,
  day: string,
): Pick<RosterDay, 'day' | 'mark' | 'working' | 'shortened'> {
  const planned = hoursOfDay(crew, day)
  const working = workingTime(crew, day)
  const shortened = minutesOf(working) < minutesOf(workingTime({ ...crew, off: [] }, day))
  return { day, working, shortened, mark: markOf(crew, day, planned.length, working) }
}

function markOf(crew: CrewOnCall, day: string, planned: number, working: Span[]): DayMark {
  const [first] = working
  if (!first) {
    if (planned > 0) return 'leave'
    return crew.holidays.has(day) && !crew.exceptions.has(day) ? 'holiday' : 'off'
  }
  if (timeOf(first.start) >= '10:00') return 'late'
  const end = timeOf(working.at(-1)!.end)
  return end > '18:30' || end === '00:00' ? 'long' : 'early'
}

const minutesOf = (spans: readonly Span[]) =>
  spans.reduce((sum, { start, end }) => sum + (end.getTime() - start.getTime()) / 60_000, 0)

const leaveIn = (ctx: Ctx, span: Span) =>
  ctx.db
    .select({
      crewId: leaves.crewId,
      name: staff.name,
      start: leaves.startsAt,
      end: leaves.endsAt,
    })
    .from(leaves)
    .leftJoin(staff, eq(staff.id, leaves.staffId))
    .where(
      and(
        eq(leaves.status, 'approved'),
        lt(leaves.startsAt, span.end),
        gt(leaves.endsAt, span.start),
      ),
    )
