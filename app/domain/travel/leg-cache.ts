import type { Point } from '#app/platform/point.ts'
import type { Way } from './routing-server.server.ts'

/** Ways a routing server told this process, the longest unused forgotten first; `null` where no road leads. */
export function legCache(size: number) {
  const known = new Map<string, Way | null>()
  const key = (url: string, from: Point, to: Point) =>
    `${url} ${from.lat},${from.lng} ${to.lat},${to.lng}`
  return {
    get(url: string, from: Point, to: Point): Way | null | undefined {
      const id = key(url, from, to)
      const way = known.get(id)
      if (way === undefined) return undefined
      known.delete(id)
      known.set(id, way)
      return way
    },
    set(url: string, from: Point, to: Point, way: Way | null): void {
      known.delete(key(url, from, to))
      known.set(key(url, from, to), way)
      const [oldest] = known.keys()
      if (known.size > size && oldest !== undefined) known.delete(oldest)
    },
  }
}
