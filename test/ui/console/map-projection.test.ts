import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fitted,
  mercator,
  metresAUnit,
  panned,
  scaleBar,
  spotOf,
  spread,
  tilesUnder,
  zoomed,
} from '#app/ui/console/map-projection.ts'

const size = { width: 760, height: 262 }
const square = { lat: 31.2304, lng: 121.4737 }
const suzhou = { lat: 31.2989, lng: 120.5853 }

const region = fc.record({
  lat: fc.double({ min: 28, max: 34, noNaN: true }),
  lng: fc.double({ min: 117, max: 123, noNaN: true }),
})
const somewhere = fc.record({
  lat: fc.double({ min: -84, max: 84, noNaN: true }),
  lng: fc.double({ min: -179, max: 179, noNaN: true }),
})

describe('the map’s projection', () => {
  test('is Web Mercator, as tiles have it', () => {
    expect(mercator({ lat: 0, lng: 0 })).toEqual({ x: 0.5, y: 0.5 })
    expect(mercator({ lat: 85.0511, lng: -180 })).toEqual({
      x: 0,
      y: expect.closeTo(0, 4) as number,
    })
    // Tile 14/13720/6694 holds the square.
    const { x, y } = mercator(square)
    expect([Math.floor(x * 2 ** 14), Math.floor(y * 2 ** 14)]).toEqual([13720, 6694])
  })

  test('shows every point, with a margin, north up and east right', () => {
    fc.assert(
      fc.property(fc.array(region, { minLength: 1, maxLength: 40 }), (points) => {
        const view = fitted(points, size, 30)!
        for (const point of points) {
          const { x, y } = spotOf(view, size, point)
          expect(x).toBeGreaterThanOrEqual(30 - 0.01)
          expect(x).toBeLessThanOrEqual(size.width - 30 + 0.01)
          expect(y).toBeGreaterThanOrEqual(30 - 0.01)
          expect(y).toBeLessThanOrEqual(size.height - 30 + 0.01)
        }
      }),
    )
    const view = fitted([square, suzhou], size, 30)!
    const [here, there] = [spotOf(view, size, square), spotOf(view, size, suzhou)]
    expect(here.x).toBeGreaterThan(there.x)
    expect(here.y).toBeGreaterThan(there.y)
  })

  test('one point stands in the middle of three kilometres at least; none has no view', () => {
    for (const points of [[square], [square, square], [square, { ...square, lat: 31.2305 }]]) {
      const view = fitted(points, size, 30)!
      const { x, y } = spotOf(view, size, square)
      expect([x, y]).toEqual([expect.closeTo(380, 0), expect.closeTo(131, 0)])
      expect(metresAUnit(view) * size.height).toBeCloseTo(3000, 0)
    }
    expect(fitted([], size, 30)).toBeNull()
  })

  test('nearer and farther keeps the middle; what is dragged follows the hand', () => {
    const view = fitted([square, suzhou], size, 30)!
    expect(zoomed(zoomed(view, 2), 0.5)).toEqual(view)
    const before = spotOf(view, size, square)
    const after = spotOf(panned(view, { x: 40, y: -25 }), size, square)
    expect(after.x).toBeCloseTo(before.x + 40, 6)
    expect(after.y).toBeCloseTo(before.y - 25, 6)
    for (let n = 0; n < 60; n++) expect(zoomed(view, 2 ** n).scale).toBeLessThan(2 ** 28)
  })

  test('the scale bar is a round length that fits', () => {
    const view = fitted([square, suzhou], size, 30)!
    const { metres, length } = scaleBar(view, 120)
    expect(metres).toBe(10_000)
    expect(length).toBeLessThanOrEqual(120)
    expect(length).toBeGreaterThan(120 / 2.5)
    expect(length * metresAUnit(view)).toBeCloseTo(metres, 6)
  })

  test('tiles cover the picture without a hole and are few', () => {
    fc.assert(
      fc.property(somewhere, fc.double({ min: 9, max: 26, noNaN: true }), (middle, zoom) => {
        const view = { ...mercator(middle), scale: 2 ** zoom }
        const tiles = tilesUnder(view, size, 'https://t.example/{z}/{x}/{y}.png')
        expect(tiles.length).toBeGreaterThan(0)
        expect(tiles.length).toBeLessThanOrEqual(24)
        expect(new Set(tiles.map(({ url }) => url)).size).toBe(tiles.length)
        const covered = tiles.some(
          ({ x, y, side }) =>
            x <= size.width / 2 && size.width / 2 <= x + side && y <= 131 && 131 <= y + side,
        )
        expect(covered).toBe(true)
      }),
    )
    const view = { ...mercator(square), scale: 256 * 2 ** 14 }
    const tile = tilesUnder(view, size, 'https://t.example/{z}/{x}/{y}.png').find(
      ({ key }) => key === '14/13720/6694',
    )
    expect(tile?.url).toBe('https://t.example/14/13720/6694.png')
  })
})

describe('stops at one spot', () => {
  test('stand apart; what has room stays', () => {
    const spots = [...Array.from({ length: 9 }, () => ({ x: 100, y: 100 })), { x: 300, y: 50 }]
    const apart = spread(spots, 20)
    expect(apart[0]).toEqual(spots[0])
    expect(apart[9]).toEqual(spots[9])
    for (const [i, a] of apart.entries()) {
      expect(Math.hypot(a.x - spots[i]!.x, a.y - spots[i]!.y)).toBeLessThanOrEqual(61)
      for (const b of apart.slice(i + 1)) {
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(15)
      }
    }
  })
})
