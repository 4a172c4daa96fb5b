import { z } from 'zod'
import type { Point } from '#app/platform/point.ts'

/** What a routing server says of one way; `null` where no road leads. */
export interface Way {
  seconds: number
  metres: number
}
export type Ways = (Way | null)[][]

/** The server was reached and said something of no use, or wasn't reached. */
export class NoRoute extends Error {
  override readonly name = 'NoRoute'
}

/** OSRM's own bound of a table is a hundred places; others have it too. */
const maxPlaces = 100
const atOnce = 4
/** A table of a hundred by a hundred has a quarter of this. */
const maxBytes = 2_000_000

/** A place no road leads to or from says nothing about the server. */
const NoWay = z.object({ code: z.enum(['NoRoute', 'NoSegment', 'NoTable']) })
const cells = z.array(z.array(z.number().min(0).nullable()))
const Table = z.object({ code: z.literal('Ok'), durations: cells, distances: cells })
const Route = z.object({
  code: z.literal('Ok'),
  routes: z
    .array(
      z.object({
        legs: z.array(z.object({ duration: z.number().min(0), distance: z.number().min(0) })),
      }),
    )
    .min(1),
})

/**
 * Ways between all places, asked of an OSRM-compatible server in tables it takes.
 * @throws NoRoute when it doesn't answer every part as it should before `signal` says that is enough
 */
export async function tableOf(
  url: string,
  places: readonly Point[],
  signal: AbortSignal,
): Promise<Ways> {
  const ways: Ways = places.map(() => [])
  const blocks = blocksOf(places.length)
  const parts = blocks.flatMap((from) => blocks.map((to) => ({ from, to })))
  const next = parts.values()
  const work = async () => {
    for (const { from, to } of next) {
      const { durations, distances } = await tablePart(url, places, from, to, signal)
      from.forEach((row, i) =>
        to.forEach((column, j) => {
          const seconds = durations[i]?.[j] ?? null
          const metres = distances[i]?.[j] ?? null
          ways[row]![column] = seconds === null || metres === null ? null : { seconds, metres }
        }),
      )
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, parts.length) }, work))
  return ways
}

/**
 * The ways from each place to the next; all `null` where one of them can't be reached.
 * @throws NoRoute
 */
export async function routeAlong(
  url: string,
  places: readonly Point[],
  signal: AbortSignal,
): Promise<(Way | null)[]> {
  const ways: (Way | null)[] = []
  for (let start = 0; start + 1 < places.length; start += maxPlaces - 1) {
    const part = places.slice(start, start + maxPlaces)
    const path = `route/v1/driving/${coordinates(part)}?overview=false&steps=false`
    const said = await ask(url, path, signal)
    const legs = Route.safeParse(said).data?.routes[0]?.legs
    if (NoWay.safeParse(said).success) ways.push(...part.slice(1).map(() => null))
    else if (legs?.length !== part.length - 1) throw new NoRoute('not a route')
    else
      ways.push(...legs.map(({ duration, distance }) => ({ seconds: duration, metres: distance })))
  }
  return ways
}

async function tablePart(
  url: string,
  places: readonly Point[],
  from: readonly number[],
  to: readonly number[],
  signal: AbortSignal,
) {
  const whole = from === to
  const sent = whole ? from : [...from, ...to]
  const indexes = (first: number, { length }: readonly number[]) =>
    Array.from({ length }, (_, i) => first + i).join(';')
  const choice = whole
    ? ''
    : `&sources=${indexes(0, from)}&destinations=${indexes(from.length, to)}`
  const path = `table/v1/driving/${coordinates(sent.map((i) => places[i]!))}?annotations=duration,distance${choice}`
  const said = await ask(url, path, signal)
  if (NoWay.safeParse(said).success) return { durations: [], distances: [] }
  const table = Table.safeParse(said).data
  const fits = (cells: unknown[][]) =>
    cells.length === from.length && cells.every((row) => row.length === to.length)
  if (!table || !fits(table.durations) || !fits(table.distances)) throw new NoRoute('not a table')
  return table
}

/** Index ranges of which any two make a table the server takes. */
function blocksOf(places: number): number[][] {
  const size = places <= maxPlaces ? maxPlaces : maxPlaces / 2
  return Array.from({ length: Math.ceil(places / size) }, (_, block) =>
    Array.from({ length: Math.min(size, places - block * size) }, (_, i) => block * size + i),
  )
}

const coordinates = (places: readonly Point[]) =>
  places.map(({ lat, lng }) => `${lng.toFixed(6)},${lat.toFixed(6)}`).join(';')

async function ask(url: string, path: string, signal: AbortSignal): Promise<unknown> {
  try {
    const answer = await fetch(`${url.replace(/\/+$/, '')}/${path}`, {
      signal,
      redirect: 'error',
      headers: { Accept: 'application/json' },
    })
    const body = await bounded(answer)
    if (!answer.ok && answer.status !== 400) throw new NoRoute(`status ${answer.status}`)
    return JSON.parse(body)
  } catch (error) {
    if (error instanceof NoRoute) throw error
    throw new NoRoute('no answer', { cause: error })
  }
}

/** What a server sends, so long as it is no more than it should be. */
async function bounded({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  const reader = body?.getReader()
  let bytes = 0
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.byteLength
    if (bytes > maxBytes) throw new NoRoute('too long an answer')
    chunks.push(part.value)
  }
  return Buffer.concat(chunks).toString('utf8')
}
