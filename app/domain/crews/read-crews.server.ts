import { and, asc, eq, inArray, type SQL } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { crews, shifts } from '#db/schema/crews.ts'
import { areas } from '#db/schema/stores.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import type { Shift } from './shift-spans.ts'

export interface CrewOnCall {
  id: number
  nameZh: string
  nameEn: string
  skills: string[]
  active: boolean
  vehicle: string | null
  areaZh: string | null
  areaEn: string | null
  shifts: Shift[]
}

/** Every crew with its weekly shifts, by name: two queries, whatever their number. */
export const readCrews = (ctx: Ctx): Promise<CrewOnCall[]> => read(ctx, undefined)

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
 * locked before tickets and visits, in the order of their keys.
 */
export async function lockCrews(
  tx: Tx,
  ids: readonly (number | null)[],
): Promise<Map<number, CrewOnCall>> {
  const wanted = [...new Set(ids)].filter((id): id is number => id !== null)
  if (wanted.length === 0) return new Map()
  await tx.db
    .select({ id: crews.id })
    .from(crews)
    .where(inArray(crews.id, wanted))
    .orderBy(asc(crews.id))
    .for('no key update')
  return new Map((await read(tx, inArray(crews.id, wanted))).map((crew) => [crew.id, crew]))
}

async function read(ctx: Ctx, which: SQL | undefined): Promise<CrewOnCall[]> {
  const rows = await ctx.db
    .select({
      id: crews.id,
      nameZh: crews.nameZh,
      nameEn: crews.nameEn,
      skills: crews.skills,
      active: crews.active,
      vehicle: crews.vehicle,
      areaZh: areas.nameZh,
      areaEn: areas.nameEn,
    })
    .from(crews)
    .leftJoin(areas, eq(areas.id, crews.homeAreaId))
    .where(which)
    .orderBy(asc(crews.id))
  const weekly = await ctx.db
    .select({
      crewId: shifts.crewId,
      weekday: shifts.weekday,
      startsAt: shifts.startsAt,
      endsAt: shifts.endsAt,
    })
    .from(shifts)
    .innerJoin(crews, and(eq(crews.id, shifts.crewId), which))
  const ofCrew = new Map(rows.map((row) => [row.id, [] as Shift[]]))
  for (const { crewId, ...shift } of weekly) ofCrew.get(crewId)?.push(shift)
  return rows.map((row) => ({ ...row, shifts: ofCrew.get(row.id) ?? [] }))
}
