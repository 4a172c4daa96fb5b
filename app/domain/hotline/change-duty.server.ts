import { and, gte, lte, sql } from 'drizzle-orm'
import { dutyShifts } from '#db/schema/desk.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { hoursText } from '#app/platform/day-hours.ts'
import { invalid, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { addDays, weekdayOf } from '#app/platform/time.server.ts'
import {
  dutyColleagues,
  type NamedShift,
  refuseOtherThanMonday,
  type Shift,
  shiftsBetween,
  shiftsOf,
} from './duty.server.ts'

export const dutySubject = (monday: string) => `duty:${monday}`

/**
 * Who answers the hotline in a week, all of it at once. The same week twice is one change.
 * @param week its Monday
 * @throws DomainError conflict when a colleague changed it meanwhile, invalid for somebody who can't be on duty
 */
export async function changeDuty(
  ctx: Ctx,
  { week, seen, shifts }: { week: string; seen: string; shifts: Shift[] },
): Promise<void> {
  authorize(ctx.actor, 'duty:manage')
  refuseOtherThanMonday(week)
  await inTransaction(ctx, async (tx) => {
    const before = await lockWeek(tx, week)
    if (stampOf(shiftsOf(before)) === stampOf(shiftsOf(shifts))) return
    if (stampOf(shiftsOf(before)) !== seen) throw refused('dutyChanged')
    await writeWeek(tx, week, before, shifts)
  })
}

/**
 * The week before it once more, for those who can still be on duty. Into a week that is empty, or that says the same.
 * @throws DomainError conflict
 */
export async function copyLastWeek(ctx: Ctx, { week }: { week: string }): Promise<void> {
  authorize(ctx.actor, 'duty:manage')
  refuseOtherThanMonday(week)
  await inTransaction(ctx, async (tx) => {
    const before = await lockWeek(tx, week)
    const last = addDays(week, -7)
    const able = new Set((await dutyColleagues(tx)).map(({ id }) => id))
    const shifts = (await shiftsBetween(tx, last, addDays(last, 6)))
      .filter(({ staffId }) => able.has(staffId))
      .map((shift) => ({ ...shift, day: addDays(shift.day, 7) }))
    if (shifts.length === 0) throw refused('dutyWeekEmpty')
    if (stampOf(shiftsOf(before)) === stampOf(shiftsOf(shifts))) return
    if (before.length > 0) throw refused('dutyWeekTaken')
    await writeWeek(tx, week, before, shifts)
  })
}

async function lockWeek(tx: Tx, week: string): Promise<NamedShift[]> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${dutySubject(week)}))`)
  return shiftsBetween(tx, week, addDays(week, 6))
}

async function writeWeek(tx: Tx, week: string, before: NamedShift[], shifts: Shift[]) {
  const colleagues = await dutyColleagues(tx)
  const names = new Map([
    ...before.map(({ staffId, name }) => [staffId, name] as const),
    ...colleagues.map(({ id, name }) => [id, name] as const),
  ])
  const kept = new Set(shiftsOf(before).map((shift) => stampOf(shift)))
  const able = new Set(colleagues.map(({ id }) => id))
  for (const shift of shiftsOf(shifts)) {
    const inWeek = shift.day >= week && shift.day <= addDays(week, 6)
    if (!inWeek || (!able.has(shift.staffId) && !kept.has(stampOf(shift))))
      throw invalid('dutyNotPossible')
  }
  await tx.db
    .delete(dutyShifts)
    .where(and(gte(dutyShifts.day, week), lte(dutyShifts.day, addDays(week, 6))))
  if (shifts.length > 0) {
    await tx.db
      .insert(dutyShifts)
      .values(
        shifts.map(({ day, staffId, from, to }) => ({ day, staffId, startsAt: from, endsAt: to })),
      )
  }
  await recordAudit(tx, 'duty_changed', dutySubject(week), changesOf(names, before, shifts))
}

/** Whose hours on which day became which: `{ "name 2026-11-24": [from, to] }`. */
function changesOf(names: Map<string, string>, before: readonly Shift[], after: readonly Shift[]) {
  const cells = (shifts: readonly Shift[]) => {
    const of = new Map<string, Shift[]>()
    for (const shift of shiftsOf(shifts)) {
      const cell = `${shift.day} ${names.get(shift.staffId) ?? shift.staffId}`
      of.set(cell, [...(of.get(cell) ?? []), shift])
    }
    return of
  }
  const [was, is] = [cells(before), cells(after)]
  const all = [...new Set([...was.keys(), ...is.keys()])].sort(
    (a, b) => weekdayOf(a.slice(0, 10)) - weekdayOf(b.slice(0, 10)) || a.localeCompare(b),
  )
  return Object.fromEntries(
    all.flatMap((cell) => {
      const [from, to] = [was, is].map((shifts) => hoursText(shifts.get(cell) ?? []) || null)
      return from === to ? [] : [[cell, [from, to]]]
    }),
  )
}
