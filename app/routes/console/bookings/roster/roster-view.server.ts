import type { readRoster } from '#app/domain/crews/read-roster.server.ts'
import { weekdayOf } from '#app/platform/time.server.ts'

/** The roster as plain facts for the page. */
export function rosterView(
  { days, crews, stranded }: Awaited<ReturnType<typeof readRoster>>,
  today: string,
) {
  return {
    stranded,
    days: days.map(({ day, holiday }) => ({
      day,
      number: Number(day.slice(8)),
      weekday: weekdayOf(day),
      today: day === today,
      holidayZh: holiday?.nameZh ?? null,
      holidayEn: holiday?.nameEn ?? null,
    })),
    crews: crews.map((crew) => ({
      ...crew,
      days: crew.days.map((day) => ({
        ...day,
        working: day.working.map(({ start, end }) => ({
          start: start.toISOString(),
          end: end.toISOString(),
        })),
      })),
    })),
  }
}
export type RosterView = ReturnType<typeof rosterView>
