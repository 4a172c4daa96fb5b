import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { kmBetween, travelAlong, travelBetween } from '#app/domain/travel/index.server.ts'
import { tryRoutingServer } from '#app/domain/travel/travel.server.ts'
import { type FakeOsrm, startOsrm } from '#test/mocks/osrm.ts'
import { testDatabase } from '#test/setup/database.ts'
import { airport, around, expo, places, setTo, square } from './scene.ts'

const database = testDatabase()
let server: FakeOsrm

beforeEach(async () => {
  server = await startOsrm()
})
afterEach(() => server.stop())

const withServer = async () => {
  await setTo(database.db, { routingUrl: server.url, approachMinutes: 5, detour: 1.3 })
  return places(database.db)
}
const stands = [square, expo, airport].map((point) => ({ point, areaId: null }))
const nowhere = { point: null, areaId: null }
/** The fake's roads: twice as long as the crow flies, ten metres a second. */
const byServer = (from: typeof square, to: typeof square) => {
  const km = kmBetween(from, to) * 2
  return { minutes: 5 + Math.ceil((km * 100) / 60), km: expect.closeTo(km, 3) as number }
}

describe('DS-6 ways between stands', () => {
  test('are estimated where no server is set', async () => {
    await setTo(database.db, { routingUrl: null, approachMinutes: 7, detour: 1.5 })
    const { ctx, gazetteer } = await places(database.db)
    const travel = await travelBetween(ctx, [...stands, nowhere], gazetteer)
    const km = kmBetween(square, expo) * 1.5
    expect(travel.source).toBe('estimate')
    expect(travel.km(0, 1)).toBeCloseTo(km, 6)
    expect(travel.minutes(0, 1)).toBe(7 + Math.ceil((km / 25) * 60))
    expect(travel.minutes(0, 0)).toBe(7)
    expect(travel.minutes(0, 3)).toBe(15)
    expect(travel.km(3, 1)).toBe(0)
  })

  test('are the routing server’s where one answers; unknown places are not asked for', async () => {
    const { ctx, gazetteer } = await withServer()
    const travel = await travelBetween(ctx, [...stands, nowhere, stands[0]!], gazetteer)
    expect(travel.source).toBe('server')
    const way = { minutes: travel.minutes(1, 2), km: travel.km(1, 2) }
    expect(way).toEqual(byServer(expo, airport))
    expect(travel.minutes(0, 4)).toBe(5)
    expect(travel.minutes(3, 0)).toBe(15)
    expect(server.requests).toHaveLength(1)
    expect(server.requests[0]).toMatch(
      /^\/osrm\/table\/v1\/driving\/121\.473700,31\.230400;[^;]+;[^;]+\?annotations=duration,distance$/,
    )
  })

  test('of many stands are asked in tables of a hundred places, and fit together', async () => {
    const { ctx, gazetteer } = await withServer()
    const many = around(230)
    const travel = await travelBetween(ctx, many, gazetteer)
    expect(travel.source).toBe('server')
    expect(server.requests).toHaveLength(25)
    for (const [from, to] of [
      [0, 229],
      [229, 0],
      [60, 140],
      [99, 100],
      [7, 7],
    ] as const) {
      expect({ minutes: travel.minutes(from, to), km: travel.km(from, to) }).toEqual(
        byServer(many[from]!.point, many[to]!.point),
      )
    }
  })

  test('of more than four hundred are estimated', async () => {
    const { ctx, gazetteer } = await withServer()
    expect((await travelBetween(ctx, around(401), gazetteer)).source).toBe('estimate')
    expect(server.requests).toEqual([])
  })

  test('where no road leads is estimated, and the rest is still the server’s', async () => {
    const { ctx, gazetteer } = await withServer()
    const south = { point: { lat: -1, lng: 121.4 }, areaId: null }
    const travel = await travelBetween(ctx, [...stands, south], gazetteer)
    expect(travel.source).toBe('server')
    expect(travel.km(0, 1)).toBeCloseTo(kmBetween(square, expo) * 2, 2)
    expect(travel.km(0, 3)).toBeCloseTo(kmBetween(square, south.point) * 1.3, 3)
  })

  test.each(['error', 'html', 'short', 'negative', 'huge', 'redirect'] as const)(
    'are estimated when the server says nonsense (%s), and it is left alone for a while',
    async (trouble) => {
      const { ctx, gazetteer } = await withServer()
      server.answerWith(trouble)
      for (let n = 0; n < 3; n++) {
        const travel = await travelBetween(ctx, stands, gazetteer)
        expect(travel.source).toBe('estimate')
        expect(travel.km(0, 1)).toBeCloseTo(kmBetween(square, expo) * 1.3, 6)
      }
      expect(server.requests).toHaveLength(1)
    },
  )

  test('are estimated after three seconds, or at once when nobody is there', async () => {
    const { ctx, gazetteer } = await withServer()
    server.slowDown(10_000)
    expect((await travelBetween(ctx, stands, gazetteer)).source).toBe('estimate')
    const gone = await startOsrm()
    await gone.stop()
    await setTo(database.db, { routingUrl: gone.url })
    expect((await travelBetween(ctx, stands, gazetteer)).source).toBe('estimate')
  })
})

describe('DS-2 the ways along a crew’s day', () => {
  test('are estimated leg by leg where no server is set', async () => {
    await setTo(database.db, { routingUrl: null, approachMinutes: 5, detour: 1.3 })
    const { ctx, gazetteer } = await places(database.db)
    const [day, single, none] = await travelAlong(
      ctx,
      [[...stands, nowhere], [stands[0]!], []],
      gazetteer,
    )
    expect(day).toHaveLength(3)
    expect(day![0]!.km).toBeCloseTo(kmBetween(square, expo) * 1.3, 6)
    expect(day![2]).toEqual({ minutes: 15, km: 0 })
    expect([single, none]).toEqual([[], []])
  })

  test('are asked once and then known; only a changed day is asked again', async () => {
    const { ctx, gazetteer } = await withServer()
    const chains = [stands, [nowhere, stands[2]!, stands[0]!]]
    const first = await travelAlong(ctx, chains, gazetteer)
    expect(first[0]).toEqual([byServer(square, expo), byServer(expo, airport)])
    expect(first[1]).toEqual([{ minutes: 15, km: 0 }, byServer(airport, square)])
    expect(server.requests).toHaveLength(2)
    expect(await travelAlong(ctx, chains, gazetteer)).toEqual(first)
    expect(server.requests).toHaveLength(2)
    await travelAlong(ctx, [stands, [stands[1]!, stands[0]!]], gazetteer)
    expect(server.requests).toHaveLength(3)
  })

  test('one home no road leads to doesn’t take the server from the others', async () => {
    const { ctx, gazetteer } = await withServer()
    const south = { point: { lat: -1, lng: 121.4 }, areaId: null }
    const chains = [[stands[0]!, south], stands.slice(0, 2)]
    const [lost, found] = await travelAlong(ctx, chains, gazetteer)
    expect(lost![0]!.km).toBeCloseTo(kmBetween(square, south.point) * 1.3, 3)
    expect(found).toEqual([byServer(square, expo)])
    await travelAlong(ctx, chains, gazetteer)
    expect(server.requests).toHaveLength(2)
  })

  test('what the server said before it fell silent stays known', async () => {
    const { ctx, gazetteer } = await withServer()
    await travelAlong(ctx, [stands], gazetteer)
    server.answerWith('error')
    const [day, back] = await travelAlong(ctx, [stands, [...stands].reverse()], gazetteer)
    expect(day).toEqual([byServer(square, expo), byServer(expo, airport)])
    expect(back![0]!.km).toBeCloseTo(kmBetween(airport, expo) * 1.3, 3)
  })
})

test('whether a server answers is asked anew each time', async () => {
  const km = kmBetween(square, expo) * 2
  expect(await tryRoutingServer(server.url, square, expo)).toEqual({
    minutes: Math.ceil((km * 100) / 60),
    km: expect.closeTo(km, 3) as number,
  })
  server.answerWith('html')
  expect(await tryRoutingServer(server.url, square, expo)).toBeNull()
})
