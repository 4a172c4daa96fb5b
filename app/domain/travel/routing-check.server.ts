import type { Ctx } from '#app/platform/context.server.ts'
import type { Point } from '#app/platform/point.ts'
import { estimateLeg, kmBetween, type Stand } from './estimate.ts'
import { type Gazetteer, readGazetteer } from './gazetteer.server.ts'
import { paceOf, tryRoutingServer } from './travel.server.ts'

/** Minutes at the wheel and kilometres, as two ways of knowing them say. */
export type RoutingCheck =
  | { state: 'untried' }
  | { state: 'silent' }
  | {
      state: 'answers'
      minutes: number
      km: number
      estimate: { minutes: number; km: number }
    }

/** Whether the routing server that is set answers now, tried with a way between two places that are known. */
export async function checkRouting(ctx: Ctx): Promise<RoutingCheck | null> {
  const gazetteer = await readGazetteer(ctx)
  const pace = await paceOf(ctx, gazetteer)
  if (pace.routingUrl === null) return null
  const way = wayToTry(gazetteer)
  if (!way) return { state: 'untried' }
  const said = await tryRoutingServer(pace.routingUrl, way[0].point, way[1].point)
  if (!said) return { state: 'silent' }
  return {
    state: 'answers',
    ...said,
    estimate: estimateLeg(...way, { ...pace, approachMinutes: 0 }),
  }
}

type Known = Stand & { point: Point }

/** Kilometres of a way worth trying. */
const usual = 8

/** From the first known place to another, about as far off as crews go. */
function wayToTry({ areas, districts }: Gazetteer): [Known, Known] | null {
  const middles = [...areas.values()].flatMap(({ id, middle }) =>
    middle ? [{ areaId: id, point: middle }] : [],
  )
  const [from, ...others] = [...middles, ...districts]
  if (!from) return null
  const [other] = others
    .map((to) => ({ to, km: kmBetween(from.point, to.point) }))
    .filter(({ km }) => km > 0.5)
    .sort((a, b) => Math.abs(a.km - usual) - Math.abs(b.km - usual))
  return other ? [from, other.to] : null
}
