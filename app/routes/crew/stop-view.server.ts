import type { dayOfCrew } from '#app/domain/visits/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Settings } from '#app/platform/settings.server.ts'
import { calledView, callView } from './call-ahead-view.server.ts'
import { stageOf } from './stage.ts'

type Stop = Awaited<ReturnType<typeof dayOfCrew>>['stops'][number]
export type TodayStop = ReturnType<typeof stopView>

/** One line of a crew's day. */
export function stopView(stop: Stop, { now, settings }: Pick<Ctx, 'now'> & { settings: Settings }) {
  return {
    id: stop.id,
    stage: stageOf({ ...stop, signed: stop.signedAt !== null }),
    skill: stop.skill,
    start: stop.windowStart.toISOString(),
    end: stop.windowEnd.toISOString(),
    /** When the crew is to be there, where the window doesn't say it. */
    planned:
      stop.plannedStart && stop.plannedStart.getTime() !== stop.windowStart.getTime()
        ? stop.plannedStart.toISOString()
        : null,
    name: stop.name,
    phone: stop.phone,
    address: stop.address,
    work: stop.work,
    call: callView(stop, { calls: stop.calls, now: now(), settings }),
    called: calledView(stop, now()),
    /** BK-6: what may make it come to nothing. */
    marks: stop.marks,
    /** DS-4: when the customer was told the crew would be there, if later than agreed. */
    expectedAt: stop.expectedAt?.toISOString() ?? null,
    /** VS-2 */
    resting: stop.resting,
  }
}
