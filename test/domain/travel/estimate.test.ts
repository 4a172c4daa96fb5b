import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { estimateLeg, kmBetween, type Stand, unknownMinutes } from '#app/domain/travel/estimate.ts'
import { airport, expo, square } from './scene.ts'

const pace = { detour: 1.3, approachMinutes: 5, speedOf: () => 25 }
const at = (point: Stand['point'], areaId: number | null = null): Stand => ({ point, areaId })

const somewhere = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
})
const nearby = fc.record({
  lat: fc.double({ min: 30.7, max: 31.6, noNaN: true }),
  lng: fc.double({ min: 121, max: 122, noNaN: true }),
})

describe('DS-6 the way as the crow flies', () => {
  test('is what the earth says', () => {
    expect(kmBetween(square, airport)).toBeCloseTo(33.25, 1)
    expect(kmBetween(square, expo)).toBeCloseTo(5.44, 1)
    expect(kmBetween({ lat: 0, lng: 179.5 }, { lat: 0, lng: -179.5 })).toBeCloseTo(111.19, 1)
    expect(kmBetween({ lat: 90, lng: 0 }, { lat: -90, lng: 0 })).toBeCloseTo(20015, 0)
  })

  test('is the same there and back, never negative, never longer than half around', () => {
    fc.assert(
      fc.property(somewhere, somewhere, (a, b) => {
        const km = kmBetween(a, b)
        expect(km).toBeGreaterThanOrEqual(0)
        expect(km).toBeLessThanOrEqual(20016)
        expect(kmBetween(b, a)).toBeCloseTo(km, 6)
        expect(kmBetween(a, a)).toBe(0)
      }),
    )
  })
})

describe('DS-6 an estimated way', () => {
  test('takes the approach and the way at the speed of where it leads to', () => {
    const speeds = { ...pace, speedOf: (areaId: number | null) => (areaId === 1 ? 50 : 25) }
    const km = kmBetween(square, expo) * 1.3
    const slow = estimateLeg(at(square, 1), at(expo, 2), speeds)
    expect(slow).toEqual({ minutes: 5 + Math.ceil((km / 25) * 60), km })
    const quick = estimateLeg(at(expo, 2), at(square, 1), speeds)
    expect(quick).toEqual({ minutes: 5 + Math.ceil((km / 50) * 60), km })
    expect(estimateLeg(at(square), at(square), pace)).toEqual({ minutes: 5, km: 0 })
  })

  test('of which an end is unknown takes a usual time', () => {
    const unknown = { minutes: unknownMinutes, km: 0 }
    expect(estimateLeg(at(null), at(square), pace)).toEqual(unknown)
    expect(estimateLeg(at(square), at(null), pace)).toEqual(unknown)
    const slow = { ...pace, approachMinutes: 40 }
    expect(estimateLeg(at(null), at(null), slow)).toEqual({ minutes: 40, km: 0 })
  })

  test('is whole minutes, the approach at least, the same there and back, longer by a detour', () => {
    fc.assert(
      fc.property(
        nearby,
        nearby,
        nearby,
        fc.integer({ min: 3, max: 120 }),
        fc.integer({ min: 0, max: 60 }),
        (a, b, c, speed, approachMinutes) => {
          const own = { detour: 1.3, approachMinutes, speedOf: () => speed }
          const way = (from: typeof a, to: typeof a) => estimateLeg(at(from), at(to), own)
          expect(Number.isInteger(way(a, b).minutes)).toBe(true)
          expect(way(a, b).minutes).toBeGreaterThanOrEqual(approachMinutes)
          expect(way(b, a).minutes).toBe(way(a, b).minutes)
          expect(way(a, c).minutes).toBeLessThanOrEqual(way(a, b).minutes + way(b, c).minutes + 1)
        },
      ),
    )
  })
})
