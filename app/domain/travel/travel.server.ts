import type { Ctx } from '#app/platform/context.server.ts'
import { log } from '#app/platform/log.server.ts'
import type { Point } from '#app/platform/point.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { estimateLeg, type Leg, legOf, type Pace, type Stand } from './estimate.ts'
import { type Gazetteer, speedIn } from './gazetteer.server.ts'
import { legCache } from './leg-cache.ts'
import { routeAlong, tableOf, type Way, type Ways } from './routing-server.server.ts'

/** Ways between stands, by their indexes. */
export interface Travel {
  minutes(from: number, to: number): number
  km(from: number, to: number): number
  source: 'estimate' | 'server'
}

/** Past this a table would take the routing server too long. */
const maxStands = 400
const patience = 3000
/** A routing server that failed isn't asked again for a while: nobody waits for it at every page. */
const restAfterFailure = 30_000
const complainEvery = 60_000

const legs = legCache(20_000)
let resting = { url: '', until: 0 }
let complained = -Infinity

/** What ways are worked out with, as it is set now. */
export async function paceOf(
  ctx: Ctx,
  gazetteer: Gazetteer,
): Promise<Pace & { routingUrl: string | null }> {
  const { detour, approachMinutes, routingUrl } = await currentSettings(ctx)
  return { detour, approachMinutes, routingUrl, speedOf: (areaId) => speedIn(gazetteer, areaId) }
}

/** Ways between all stands, of the routing server where there is one that answers, else estimated. */
export async function travelBetween(
  ctx: Ctx,
  stands: readonly Stand[],
  gazetteer: Gazetteer,
): Promise<Travel> {
  const pace = await paceOf(ctx, gazetteer)
  const { places, at } = distinct(stands)
  const ways =
    pace.routingUrl !== null && stands.length <= maxStands && places.length > 1
      ? await asking(pace.routingUrl, (url, signal) => tableOf(url, places, signal))
      : null
  const n = stands.length
  const minutes = new Uint16Array(n * n)
  const km = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const leg = legBetween(stands[i]!, stands[j]!, pace, wayIn(ways, at[i]!, at[j]!))
      minutes[i * n + j] = Math.min(leg.minutes, 0xffff)
      km[i * n + j] = leg.km
    }
  }
  return {
    minutes: (from, to) => minutes[from * n + to]!,
    km: (from, to) => km[from * n + to]!,
    source: ways ? 'server' : 'estimate',
  }
}

/** The ways along each chain, from each stand to the next: what a board shows, without a table of all its visits. */
export async function travelAlong(
  ctx: Ctx,
  chains: readonly (readonly Stand[])[],
  gazetteer: Gazetteer,
): Promise<Leg[][]> {
  const pace = await paceOf(ctx, gazetteer)
  const { routingUrl } = pace
  if (routingUrl !== null) await learn(routingUrl, chains)
  return chains.map((chain) =>
    chain.slice(1).map((to, i) => {
      const from = chain[i]!
      const known =
        routingUrl !== null && from.point && to.point
          ? legs.get(routingUrl, from.point, to.point)
          : undefined
      return legBetween(from, to, pace, known)
    }),
  )
}

/** One way as far as it is known without asking anybody: for whoever is inside a transaction. */
export async function knownWay(
  ctx: Ctx,
  from: Stand,
  to: Stand,
  gazetteer: Gazetteer,
): Promise<Leg> {
  const pace = await paceOf(ctx, gazetteer)
  const { routingUrl } = pace
  const known =
    routingUrl !== null && from.point && to.point
      ? legs.get(routingUrl, from.point, to.point)
      : undefined
  return legBetween(from, to, pace, known)
}

/** Asks for the chains of which a way isn't known yet; what is known stays. */
async function learn(url: string, chains: readonly (readonly Stand[])[]): Promise<void> {
  const wanted = chains
    .map((chain) => chain.flatMap(({ point }) => point ?? []))
    .filter((places) =>
      places.some((place, i) => i > 0 && legs.get(url, places[i - 1]!, place) === undefined),
    )
  if (wanted.length === 0) return
  await asking(url, async (url, signal) => {
    const next = wanted.values()
    const work = async () => {
      for (const places of next) {
        const ways = await routeAlong(url, places, signal)
        ways.forEach((way, i) => legs.set(url, places[i]!, places[i + 1]!, way))
      }
    }
    await Promise.all(Array.from({ length: Math.min(4, wanted.length) }, work))
  })
}

/** What the routing server says in time, or `null`; what is wrong with it is logged now and then. */
async function asking<T>(
  url: string,
  work: (url: string, signal: AbortSignal) => Promise<T>,
): Promise<T | null> {
  const now = performance.now()
  if (url === resting.url && now < resting.until) return null
  const given = new AbortController()
  try {
    return await work(url, AbortSignal.any([given.signal, AbortSignal.timeout(patience)]))
  } catch (error) {
    resting = { url, until: performance.now() + restAfterFailure }
    if (now > complained + complainEvery) {
      complained = now
      log.warn({ err: error }, 'routing server: ways are estimated')
    }
    return null
  } finally {
    given.abort()
  }
}

/** What the server says of one way, now; `null` when it doesn't answer as it should. */
export async function tryRoutingServer(
  url: string,
  from: Point,
  to: Point,
): Promise<{ minutes: number; km: number } | null> {
  try {
    const [way] = await routeAlong(url, [from, to], AbortSignal.timeout(patience))
    return way ? { minutes: Math.ceil(way.seconds / 60), km: way.metres / 1000 } : null
  } catch {
    return null
  }
}

function legBetween(from: Stand, to: Stand, pace: Pace, way: Way | null | undefined): Leg {
  return way ? legOf(way.seconds / 60, way.metres / 1000, pace) : estimateLeg(from, to, pace)
}

const wayIn = (ways: Ways | null, from: number | null, to: number | null) =>
  ways && from !== null && to !== null ? ways[from]?.[to] : null

/** Each place once, and where each stand is among them. */
function distinct(stands: readonly Stand[]) {
  const places: Point[] = []
  const indexes = new Map<string, number>()
  const at = stands.map(({ point }) => {
    if (!point) return null
    const key = `${point.lat},${point.lng}`
    const index = indexes.get(key) ?? places.push(point) - 1
    indexes.set(key, index)
    return index
  })
  return { places, at }
}
