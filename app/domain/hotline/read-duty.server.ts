import { listChanges } from '#app/domain/accounts/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize, may } from '#app/platform/permissions.ts'
import {
  hoursOn,
  isStaffed,
  nextStaffed,
  serviceHours,
} from '#app/platform/service-hours.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { addDays, dayOf, timeOf } from '#app/platform/time.server.ts'
import { dutySubject } from './change-duty.server.ts'
import { uncovered } from './cover.ts'
import { dutyColleagues, type NamedShift, shiftsBetween, shiftsOf } from './duty.server.ts'

/** A week of duty: whose hours on which day, the hours to be covered, and what nobody covers. */
export async function readDutyWeek(ctx: Ctx<StaffActor>, week: string) {
  authorize(ctx.actor, 'ticket:read')
  const last = addDays(week, -7)
  const [able, shifts, lastWeek, service, changes] = await Promise.all([
    dutyColleagues(ctx),
    shiftsBetween(ctx, week, addDays(week, 6)),
    shiftsBetween(ctx, last, addDays(last, 6)),
    serviceHours(ctx),
    may(ctx.actor, 'duty:manage') ? listChanges(ctx, [dutySubject(week)]) : [],
  ])
  const known = new Set(able.map(({ id }) => id))
  // Whoever was on duty and can't be any more stays to be seen.
  const gone = new Map(
    shifts
      .filter(({ staffId }) => !known.has(staffId))
      .map(({ staffId, name }) => [staffId, { id: staffId, name }]),
  )
  return {
    week,
    days: Array.from({ length: 7 }, (_, i) => {
      const day = addDays(week, i)
      const hours = hoursOn(service, day)
      const own = shifts.filter((shift) => shift.day === day)
      return {
        day,
        hours,
        uncovered: uncovered(hours, own),
        /** Planned while the line is closed. */
        outside: own.flatMap((shift) => {
          const spans = uncovered([shift], hours)
          return spans.length === 0 ? [] : [{ name: shift.name, spans }]
        }),
      }
    }),
    colleagues: [...able, ...gone.values()],
    shifts,
    seen: stampOf(shiftsOf(shifts)),
    canCopy: shifts.length === 0 && lastWeek.length > 0,
    changes,
  }
}

export interface Duty {
  name: string
  day: string
  from: string
  to: string
}

/** The hotline at this moment: today's hours, who answers now, and who is next. */
export async function readHotline(ctx: Ctx<StaffActor>) {
  authorize(ctx.actor, 'ticket:read')
  const now = ctx.now()
  const today = dayOf(now)
  const [shifts, service] = await Promise.all([
    shiftsBetween(ctx, today, addDays(today, daysAhead)),
    serviceHours(ctx),
  ])
  const time = timeOf(now)
  const isNow = (shift: NamedShift) => shift.day === today && shift.from <= time && time < shift.to
  const [next] = shifts.filter((shift) => shift.day > today || shift.from > time)
  return {
    today,
    hours: hoursOn(service, today),
    holiday: service.holidays.has(today),
    staffed: isStaffed(service, now),
    opens: nextStaffed(service, now),
    /** All of today, in order. */
    shifts: shifts.filter(({ day }) => day === today),
    onDuty: shifts.filter(isNow),
    next: next ? shifts.filter((shift) => shift.day === next.day && shift.from === next.from) : [],
  }
}

/** How far ahead the next one is looked for. */
const daysAhead = 7
