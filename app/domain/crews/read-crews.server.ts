import { and, asc, eq, gt, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { crewAreas, crews, holidays, leaves, shiftExceptions, shifts } from '#db/schema/crews.ts'
import { areas } from '#db/schema/stores.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { addDays, dayOf } from '#app/platform/time.server.ts'
import { absence, type Leave } from './absence.ts'
import type { Span } from './span.ts'
import type { Roster, Shift } from './working-time.server.ts'

export interface CrewOnCall extends Roster {
  id: number
  nameZh: string
  nameEn: string
  skills: string[]
  active: boolean
  vehicle: string | null
  homeAreaId: number | null
  areaZh: string | null
  areaEn: string | null
  /** Where it goes, its home area among them (DS-1). */
  areaIds: number[]
}

/**
 * Every crew with what decides its working time in a span, by key: a few queries, whatever their number.
 * @param only these crews
 */
export async function readCrews(ctx: Ctx, span: Span, only?: readonly number[]) {
  if (only?.length === 0) return []
  return read(ctx, span, only && inArray(crews.id, [...new Set(only)]))
}

/** The members of each crew, by name. */
export async function membersOfCrews(ctx: Ctx, crewIds: number[]): Promise<Map<number, string[]>> {
  const members = new Map<number, string[]>()
  if (crewIds.length === 0) return members
  const rows = await ctx.db
    .select({ crewId: staff.crewId, name: staff.name, disabledAt: staff.disabledAt })
    .from(staff)
    .where(inArray(staff.crewId, crewIds))
    .orderBy(asc(staff.name))
  for (const { crewId, name, disabledAt } of rows) {
    if (crewId === null || disabledAt) continue
    members.set(crewId, [...(members.get(crewId) ?? []), name])
  }
  return members
}

/**
 * Holds crews until the transaction ends, so that two plans for one crew are made one after the other. Crews are
 * locked after days and before orders, tickets and visits, in the order of their keys.
 */
export async function lockCrews(
  tx: Tx,
  ids: readonly (number | null)[],
  span: Span,
): Promise<Map<number, CrewOnCall>> {
  const wanted = [...new Set(ids)].filter((id): id is number => id !== null)
  if (wanted.length === 0) return new Map()
  await tx.db
    .select({ id: crews.id })
    .from(crews)
    .where(inArray(crews.id, wanted))
    .orderBy(asc(crews.id))
    .for('no key update')
  const held = await read(tx, span, inArray(crews.id, wanted))
  return new Map(held.map((crew) => [crew.id, crew]))
}

async function read(ctx: Ctx, span: Span, which: SQL | undefined): Promise<CrewOnCall[]> {
  const from = addDays(dayOf(span.start), -1)
  const to = addDays(dayOf(span.end), 1)
  const [rows, weekly, exceptions, free, away, members] = await Promise.all([
    ctx.db
      .select({
        id: crews.id,
        nameZh: crews.nameZh,
        nameEn: crews.nameEn,
        skills: crews.skills,
        active: crews.active,
        vehicle: crews.vehicle,
        homeAreaId: crews.homeAreaId,
        areaZh: areas.nameZh,
        areaEn: areas.nameEn,
        areaIds: sql<string[]>`array(select ${crewAreas.areaId} from ${crewAreas}
          where ${crewAreas.crewId} = ${crews.id} order by 1)`,
        membersNeeded: crews.membersNeeded,
        rotationWeeks: crews.rotationWeeks,
        rotationFrom: crews.rotationFrom,
      })
      .from(crews)
      .leftJoin(areas, eq(areas.id, crews.homeAreaId))
      .where(which)
      .orderBy(asc(crews.id)),
    ctx.db
      .select({
        crewId: shifts.crewId,
        week: shifts.week,
        weekday: shifts.weekday,
        startsAt: shifts.startsAt,
        endsAt: shifts.endsAt,
      })
      .from(shifts)
      .innerJoin(crews, and(eq(crews.id, shifts.crewId), which)),
    ctx.db
      .select({
        crewId: shiftExceptions.crewId,
        day: shiftExceptions.day,
        startsAt: shiftExceptions.startsAt,
        endsAt: shiftExceptions.endsAt,
      })
      .from(shiftExceptions)
      .innerJoin(crews, and(eq(crews.id, shiftExceptions.crewId), which))
      .where(sql`${shiftExceptions.day} between ${from} and ${to}`),
    ctx.db
      .select({ day: holidays.day })
      .from(holidays)
      .where(sql`${holidays.day} between ${from} and ${to}`),
    ctx.db
      .select({
        crewId: leaves.crewId,
        staffId: leaves.staffId,
        start: leaves.startsAt,
        end: leaves.endsAt,
      })
      .from(leaves)
      .innerJoin(crews, and(eq(crews.id, leaves.crewId), which))
      .where(
        and(
          eq(leaves.status, 'approved'),
          gt(leaves.endsAt, new Date(span.start.getTime() - dayLong)),
          lt(leaves.startsAt, new Date(span.end.getTime() + dayLong)),
        ),
      ),
    ctx.db
      .select({ crewId: staff.crewId, id: staff.id })
      .from(staff)
      .innerJoin(crews, and(eq(crews.id, staff.crewId), which))
      .where(isNull(staff.disabledAt)),
  ])
  const shiftsOf = grouped(weekly)
  const exceptionsOf = grouped(exceptions)
  const awayOf = grouped<Leave & { crewId: number }>(away)
  const membersOf = grouped(members)
  const days = new Set(free.map(({ day }) => day))
  return rows.map(({ membersNeeded, ...row }) => ({
    ...row,
    areaIds: row.areaIds.map(Number),
    shifts: shiftsOf.get(row.id) ?? ([] as Shift[]),
    exceptions: hoursByDay(exceptionsOf.get(row.id) ?? []),
    holidays: days,
    off: absence(awayOf.get(row.id) ?? [], {
      members: (membersOf.get(row.id) ?? []).map(({ id }) => id),
      needed: membersNeeded,
    }),
  }))
}

const dayLong = 86_400_000

function grouped<T extends { crewId: number | null }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const row of rows) {
    if (row.crewId === null) continue
    const group = groups.get(row.crewId)
    if (group) group.push(row)
    else groups.set(row.crewId, [row])
  }
  return groups
}

function hoursByDay(
  rows: readonly { day: string; startsAt: string | null; endsAt: string | null }[],
): Map<string, { startsAt: string; endsAt: string }[]> {
  const days = new Map<string, { startsAt: string; endsAt: string }[]>()
  for (const { day, startsAt, endsAt } of rows) {
    const hours = days.get(day) ?? []
    if (startsAt !== null && endsAt !== null) hours.push({ startsAt, endsAt })
    days.set(day, hours)
  }
  return days
}
