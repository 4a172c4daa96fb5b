import type { WindowDetail } from '#app/domain/bookings/index.server.ts'

/** The chosen window as plain facts for its panel. */
export function windowView(window: WindowDetail, now: Date) {
  const { start, end, closedAt, visits, free, nearest, ...facts } = window
  return {
    ...facts,
    start: start.toISOString(),
    end: end.toISOString(),
    past: end <= now,
    closedAt: closedAt?.toISOString() ?? null,
    visits: visits.map((visit) => ({
      ...visit,
      start: visit.start?.toISOString() ?? null,
      end: visit.end?.toISOString() ?? null,
    })),
    free: free.map(({ start: from, ...crew }) => ({ ...crew, start: from.toISOString() })),
    nearest: nearest.map((one) => ({
      id: one.id,
      day: one.day,
      start: one.start.toISOString(),
      places: one.places,
    })),
  }
}
export type WindowView = ReturnType<typeof windowView>
