import { holidays } from '#db/schema/crews.ts'
import type { Ctx } from './context.server.ts'
import type { DayHours, Weekday, WeekHours } from './day-hours.ts'
import { currentSettings, type Settings } from './settings.server.ts'
import { addDays, dayOf, instantAt, timeOf, weekdayOf } from './time.server.ts'

/** IN-2: when the desk answers: hours by weekday, and the days on which nobody does. */
export interface ServiceHours {
  week: WeekHours
  holidays: ReadonlySet<string>
}

/** A company that never opens: the search for the next hours ends after so many days. */
const longestSearch = 60

export async function serviceHours(ctx: Ctx, settings?: Settings): Promise<ServiceHours> {
  const { serviceHours: week } = settings ?? (await currentSettings(ctx))
  return { week, holidays: await holidaysOf(ctx) }
}

export async function holidaysOf(ctx: Ctx): Promise<ReadonlySet<string>> {
  const rows = await ctx.db.select({ day: holidays.day }).from(holidays)
  return new Set(rows.map(({ day }) => day))
}

/** The hours of one civil day; none on a holiday. */
export const hoursOn = ({ week, holidays }: ServiceHours, day: string): readonly DayHours[] =>
  holidays.has(day) ? [] : week[weekdayOf(day) as Weekday]

export function isStaffed(service: ServiceHours, at: Date): boolean {
  const time = timeOf(at)
  return hoursOn(service, dayOf(at)).some(({ from, to }) => time >= from && time < to)
}

/** When somebody answers: at once while somebody does, otherwise from when on; null where nobody ever will. */
export function nextStaffed(service: ServiceHours, at: Date): Date | null {
  if (isStaffed(service, at)) return at
  let day = dayOf(at)
  for (let searched = 0; searched < longestSearch; searched++, day = addDays(day, 1)) {
    for (const { from } of hoursOn(service, day)) {
      const opens = instantAt(day, from)
      if (opens > at) return opens
    }
  }
  return null
}

/** The hours of a day that lie in a part of it, in order. */
export const hoursWithin = (
  service: ServiceHours,
  day: string,
  part: DayHours,
): readonly DayHours[] =>
  hoursOn(service, day).flatMap(({ from, to }) => {
    const span = { from: from > part.from ? from : part.from, to: to < part.to ? to : part.to }
    return span.from < span.to ? [span] : []
  })
