/** Degrees, WGS 84. */
export interface Position {
  lat: number
  lng: number
}

/** A place in the picture, in its units from the top left. */
export interface Spot {
  x: number
  y: number
}

export interface Size {
  width: number
  height: number
}

/** The part of the world a picture shows: its middle on the unit square of Web Mercator, and units a world. */
export interface View extends Spot {
  scale: number
}

const circumference = 40_075_016.7
/** The picture never shows less ground than this from edge to edge, however near the points are. */
const leastMetres = 3000
const tileSize = 256
const deepest = 19
/** Web Mercator ends here. */
const lastLat = 85.05

const within = (least: number, value: number, most: number) =>
  Math.min(most, Math.max(least, value))

/** Web Mercator on the unit square, north at the top. */
export function mercator({ lat, lng }: Position): Spot {
  const sin = Math.sin((within(-lastLat, lat, lastLat) * Math.PI) / 180)
  return {
    x: lng / 360 + 0.5,
    y: 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI),
  }
}

const latAt = (y: number) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI
const groundAt = (y: number) => circumference * Math.cos((latAt(y) * Math.PI) / 180)

/** How many metres of ground one unit of the picture covers at its middle. */
export const metresAUnit = (view: View): number => groundAt(view.y) / view.scale

const nearest = tileSize * 2 ** deepest
const bounded = (scale: number) => within(tileSize, scale, nearest)

/** The view in which all points lie, with a margin of the picture's units; `null` without any. */
export function fitted(points: readonly Position[], size: Size, margin: number): View | null {
  const spots = points.map(mercator)
  if (spots.length === 0) return null
  const xs = spots.map(({ x }) => x)
  const ys = spots.map(({ y }) => y)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 }
  const room = (length: number) => Math.max(1, length - 2 * margin)
  const narrowest = Math.min(size.width, size.height)
  const scale = Math.min(
    room(size.width) / Math.max(right - left, Number.EPSILON),
    room(size.height) / Math.max(bottom - top, Number.EPSILON),
    (narrowest * groundAt(middle.y)) / leastMetres,
  )
  return { ...middle, scale: bounded(scale) }
}

/** Where a point stands in the picture. */
export function spotOf(view: View, size: Size, point: Position): Spot {
  const { x, y } = mercator(point)
  return {
    x: size.width / 2 + (x - view.x) * view.scale,
    y: size.height / 2 + (y - view.y) * view.scale,
  }
}

/** Nearer by a factor, the middle stays. */
export const zoomed = (view: View, factor: number): View => ({
  ...view,
  scale: bounded(view.scale * factor),
})

/** The ground moved under the picture by so many units. */
export const panned = (view: View, { x, y }: Spot): View => ({
  ...view,
  x: within(0, view.x - x / view.scale, 1),
  y: within(0, view.y - y / view.scale, 1),
})

/** The longest round length that is no longer than so many units: metres, and units. */
export function scaleBar(view: View, longest: number): { metres: number; length: number } {
  const room = metresAUnit(view) * longest
  const power = 10 ** Math.floor(Math.log10(room))
  const metres = [5, 2, 1].map((n) => n * power).find((n) => n <= room) ?? power
  return { metres, length: metres / metresAUnit(view) }
}

export interface Tile extends Spot {
  key: string
  url: string
  side: number
}

/** The raster tiles under a view, each a little larger than it must be so that no seam shows. */
export function tilesUnder(view: View, size: Size, template: string): Tile[] {
  const zoom = within(0, Math.round(Math.log2(view.scale / tileSize)), deepest)
  const count = 2 ** zoom
  const side = view.scale / count
  const left = view.x * view.scale - size.width / 2
  const top = view.y * view.scale - size.height / 2
  const range = (from: number, length: number) => {
    const first = Math.max(0, Math.floor(from / side))
    const last = Math.min(count - 1, Math.floor((from + length) / side))
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
  }
  return range(left, size.width).flatMap((x) =>
    range(top, size.height).map((y) => ({
      key: `${zoom}/${x}/${y}`,
      url: template
        .replaceAll('{z}', String(zoom))
        .replaceAll('{x}', String(x))
        .replaceAll('{y}', String(y)),
      x: x * side - left,
      y: y * side - top,
      side: side + 0.5,
    })),
  )
}

/** Around a taken spot, nearest first. */
const ring = [1, 2, 3].flatMap((far) =>
  Array.from({ length: 8 }, (_, i) => ({
    x: Math.cos((i * Math.PI) / 4) * far,
    y: Math.sin((i * Math.PI) / 4) * far,
  })),
)

/** Moves spots that would hide one another apart by at most three times `gap`; the first keep their place. */
export function spread(spots: readonly Spot[], gap: number): Spot[] {
  const cells = new Map<string, Spot[]>()
  const cell = (n: number) => Math.floor(n / gap)
  const free = (at: Spot) => {
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        const near = cells.get(`${cell(at.x) + dx} ${cell(at.y) + dy}`) ?? []
        if (near.some(({ x, y }) => Math.hypot(x - at.x, y - at.y) < gap)) return false
      }
    }
    return true
  }
  return spots.map((spot) => {
    const around = ring.map(({ x, y }) => ({ x: spot.x + x * gap, y: spot.y + y * gap }))
    const at = [spot, ...around].find(free) ?? spot
    const key = `${cell(at.x)} ${cell(at.y)}`
    cells.set(key, [...(cells.get(key) ?? []), at])
    return at
  })
}
