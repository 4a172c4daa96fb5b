import { services } from '#db/vocabulary/bookings.ts'
import { tableDays, type TableWindow } from '#app/domain/bookings/index.server.ts'
import { addDays, timeOf, weekdayOf } from '#app/platform/time.server.ts'

/** The table as plain facts for the page: services, their hours as rows, a cell for every day. */
export function heatView(
  windows: TableWindow[],
  { from, now, holidays }: { from: string; now: Date; holidays: readonly string[] },
) {
  const days = Array.from({ length: tableDays }, (_, index) => addDays(from, index))
  const cellOf = (window: TableWindow) => {
    const { start, end, ...facts } = window
    return {
      ...facts,
      start: start.toISOString(),
      end: end.toISOString(),
      past: end <= now,
    }
  }
  const groups = services.flatMap((service) => {
    const own = windows.filter((window) => window.service === service)
    if (own.length === 0) return []
    const hours = [...new Set(own.map(hoursOf))].sort()
    return [
      {
        service,
        most: Math.max(...own.map(({ places }) => places)),
        rows: hours.map((span) => ({
          span,
          cells: days.map((day) => {
            const window = own.find((one) => one.day === day && hoursOf(one) === span)
            return window ? cellOf(window) : null
          }),
        })),
      },
    ]
  })
  return {
    days: days.map((day) => ({
      day,
      weekend: weekdayOf(day) > 5,
      holiday: holidays.includes(day),
    })),
    groups,
  }
}

const hoursOf = ({ start, end }: TableWindow) => `${timeOf(start)}–${timeOf(end)}`

export type HeatView = ReturnType<typeof heatView>
export type HeatWindow = NonNullable<HeatView['groups'][number]['rows'][number]['cells'][number]>
