import type { Settings } from '#app/platform/settings.server.ts'
import { addDays, dayOf, instantAt, timeOf, withinHours } from '#app/platform/time.server.ts'

/** When the desk first calls about something that came in at `received`: within minutes, or when phone hours begin (IN-2). */
export type FirstCall = { minutes: number } | { from: string }

export function firstCall(received: Date, settings: Settings): FirstCall {
  const { phoneHours } = settings
  if (withinHours(received, phoneHours)) return { minutes: settings.firstContactMinutes }
  const today = dayOf(received)
  const day = timeOf(received) < phoneHours.from ? today : addDays(today, 1)
  return { from: instantAt(day, phoneHours.from).toISOString() }
}
