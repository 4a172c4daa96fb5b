import { deskWindows } from '#app/domain/bookings/index.server.ts'
import { readServices } from '#app/domain/windows/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Skill } from '#db/vocabulary/visits.ts'

/** A window with room for a visit, as it is chosen in a form. */
export interface FreeWindow {
  id: number
  /** The civil day, `2026-11-27`. */
  day: string
  start: string
  end: string
  places: number
}

/** The windows of the nearest days that have room for a visit of this skill; `more`: later days have some too. */
export async function freeWindows(
  ctx: Ctx,
  asked: { skill: Skill; areaId: number; days: number; from?: Date | null },
): Promise<{ windows: FreeWindow[]; more: boolean }> {
  const { skill, ...where } = asked
  const services = await readServices(ctx)
  const minutes = services.find(({ key }) => key === skill)!.durationMinutes
  const { windows, more } = await deskWindows(ctx, {
    ...where,
    service: skill,
    minutes,
    urgent: false,
  })
  return {
    windows: windows.flatMap(({ id, day, start, end, places, full }) =>
      full ? [] : [{ id, day, start, end, places }],
    ),
    more,
  }
}
