import { callAheadFrom, isCallDue, isCorrectable } from '#app/domain/visits/call-ahead.ts'
import type { Settings } from '#app/platform/settings.server.ts'

type Planned = Parameters<typeof callAheadFrom>[0]

/** The task of calling ahead as the phone shows it: from when on, and which try it would be. */
export function callView(
  visit: Planned,
  { calls, now, settings }: { calls: number; now: Date; settings: Settings },
) {
  const from = callAheadFrom(visit, settings)
  return from && { from: from.toISOString(), due: isCallDue(visit, now, settings), call: calls + 1 }
}

/** That somebody was reached, until the crew is there, and whether that can still be put right. */
export function calledView(visit: Planned, now: Date) {
  const { status, calledAheadAt } = visit
  if (!calledAheadAt || (status !== 'confirmed' && status !== 'on_the_way')) return null
  return { at: calledAheadAt.toISOString(), correctable: isCorrectable(visit, now) }
}
