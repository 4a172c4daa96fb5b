import { and, asc, eq, gte, inArray, isNull, lte, sql } from 'drizzle-orm'
import { staff, staffRoles } from '#db/schema/accounts.ts'
import { dutyShifts } from '#db/schema/desk.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { DayHours } from '#app/platform/day-hours.ts'
import { invalid } from '#app/platform/errors.ts'
import { permissions } from '#app/platform/permissions.ts'
import { addDays, weekdayOf } from '#app/platform/time.server.ts'

export interface Shift extends DayHours {
  day: string
  staffId: string
}
export interface NamedShift extends Shift {
  name: string
}

/** The Monday of a day's week. */
export const mondayOf = (day: string) => addDays(day, 1 - weekdayOf(day))

/** Those who may be on duty: colleagues who may speak with customers. */
export const dutyColleagues = (ctx: Ctx): Promise<{ id: string; name: string }[]> =>
  ctx.db
    .selectDistinct({ id: staff.id, name: staff.name })
    .from(staff)
    .innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
    .where(
      and(isNull(staff.disabledAt), inArray(staffRoles.role, [...permissions['ticket:message']])),
    )
    .orderBy(asc(staff.name))

/** The shifts from one day to another, both included, in order. */
export async function shiftsBetween(ctx: Ctx, from: string, to: string): Promise<NamedShift[]> {
  const clock = (column: typeof dutyShifts.startsAt | typeof dutyShifts.endsAt) =>
    sql<string>`left(${column}::text, 5)`
  return ctx.db
    .select({
      day: dutyShifts.day,
      staffId: dutyShifts.staffId,
      name: staff.name,
      from: clock(dutyShifts.startsAt),
      to: clock(dutyShifts.endsAt),
    })
    .from(dutyShifts)
    .innerJoin(staff, eq(staff.id, dutyShifts.staffId))
    .where(and(gte(dutyShifts.day, from), lte(dutyShifts.day, to)))
    .orderBy(asc(dutyShifts.day), asc(dutyShifts.startsAt), asc(staff.name))
}

/** What a week's form is compared by: the shifts alone, in one order. */
export const shiftsOf = (shifts: readonly Shift[]) =>
  shifts
    .map(({ day, staffId, from, to }) => ({ day, staffId, from, to }))
    .sort((a, b) => key(a).localeCompare(key(b)))

const key = ({ day, staffId, from }: Shift) => `${day} ${staffId} ${from}`

/** @throws DomainError invalid for what is no Monday */
export function refuseOtherThanMonday(day: string): void {
  if (weekdayOf(day) !== 1) throw invalid('dutyNotAWeek')
}
