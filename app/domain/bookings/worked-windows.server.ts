import { eq } from 'drizzle-orm'
import { services } from '#db/schema/bookings.ts'
import type { Service } from '#db/vocabulary/bookings.ts'
import { readCrews, workingTimeAround } from '#app/domain/crews/index.server.ts'
import { firstStart, freeTime } from '#app/domain/windows/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { spanOfDay } from '#app/platform/time.server.ts'

/** Of these windows, those that some crew of the area works at all, whatever it is taken by. */
export async function workedWindows(
  ctx: Ctx,
  { service, areaId }: { service: Service; areaId: number },
  windows: readonly { id: number; day: string; startsAt: Date; endsAt: Date }[],
): Promise<Set<number>> {
  const days = [...new Set(windows.map(({ day }) => day))].sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return new Set()
  const [offered] = await ctx.db.select().from(services).where(eq(services.key, service))
  const job = { minutes: offered!.durationMinutes, travel: offered!.travelMinutes }
  const span = { start: spanOfDay(first).start, end: spanOfDay(last).end }
  const crews = (await readCrews(ctx, span)).filter(
    ({ active, skills, areaIds }) =>
      active && skills.includes(offered!.skill) && areaIds.includes(areaId),
  )
  const worked = days.flatMap((day) => {
    const working = crews.map((crew) => workingTimeAround(crew, spanOfDay(day)))
    return windows.filter(
      (window) =>
        window.day === day &&
        working.some((own) => {
          const hours = { start: window.startsAt, end: window.endsAt }
          return firstStart(freeTime({ working: own, planned: [] }, hours, job), job) !== null
        }),
    )
  })
  return new Set(worked.map(({ id }) => id))
}
