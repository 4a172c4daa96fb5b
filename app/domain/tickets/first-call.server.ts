import { isStaffed, nextStaffed } from '#app/platform/service-hours.server.ts'
import type { Settings } from '#app/platform/settings.server.ts'

/** When the desk first calls about something that came in at `received`: within minutes, or when service hours begin (IN-2). */
export type FirstCall = { minutes: number } | { from: string }

export function firstCall(
  received: Date,
  { serviceHours: week, targets }: Pick<Settings, 'serviceHours' | 'targets'>,
  holidays: ReadonlySet<string>,
): FirstCall {
  const service = { week, holidays }
  const minutes = Math.min(...Object.values(targets).map(({ firstContact }) => firstContact))
  const opens = isStaffed(service, received) ? null : nextStaffed(service, received)
  return opens ? { from: opens.toISOString() } : { minutes }
}
