import { describe, expect, test } from 'vitest'
import { chosenRoutes, routesOf } from '#app/routes/console/dispatch/map-stops.ts'
import { allowTiles, mapView } from '#app/routes/console/dispatch/map-view.server.ts'
import type { BoardCrew, BoardVisit } from '#app/routes/console/dispatch/board-view.server.ts'
import { contentSecurityPolicy } from '#app/platform/headers.server.ts'

const at = (time: string) => `2026-03-18T${time}:00.000Z`
const visit = (id: number, time: string | null, facts: Partial<BoardVisit> = {}) =>
  ({
    id,
    status: 'confirmed',
    delay: 'none',
    areaId: 1,
    start: time && at(time),
    ...facts,
  }) as BoardVisit
const crew = (id: number, visits: BoardVisit[], homeAreaId = 1) =>
  ({ id, name: `Crew ${id}`, homeAreaId, visits }) as unknown as BoardCrew

const told = [
  crew(1, [visit(11, '01:00', { status: 'finished' }), visit(12, '03:00', { status: 'working' })]),
  crew(2, [visit(21, '01:00', { delay: 'late' }), visit(22, '05:00', { delay: 'over' })], 2),
  crew(3, []),
  crew(4, [visit(41, '02:00', { delay: 'uncalled' })]),
  crew(5, [visit(51, '02:00')], 2),
]
const waiting = [visit(91, null, { status: 'proposed' })]
const idsOf = (routes: { crew: { id: number } }[]) => routes.map(({ crew }) => crew.id)

describe('DS-2 the day’s routes on the map', () => {
  test('each stop looks as it stands', () => {
    const { routes, loose } = routesOf(told, waiting, [])
    expect(routes.map(({ stops }) => stops.map(({ look }) => look))).toEqual([
      ['done', 'active'],
      ['late', 'risk'],
      [],
      ['planned'],
      ['planned'],
    ])
    expect(loose.map(({ id }) => id)).toEqual([91])
  })

  test('DS-6 what a plan would change stands where it would be, in its order', () => {
    const proposed = [
      { visitId: 91, crewId: 1, start: at('02:00') },
      { visitId: 51, crewId: 4, start: at('01:00') },
    ]
    const { routes, loose } = routesOf(told, waiting, proposed)
    const of = (id: number) =>
      routes.find(({ crew }) => crew.id === id)!.stops.map((stop) => [stop.visit.id, stop.look])
    expect(of(1)).toEqual([
      [11, 'done'],
      [91, 'proposal'],
      [12, 'active'],
    ])
    expect(of(4)).toEqual([
      [51, 'proposal'],
      [41, 'planned'],
    ])
    expect(of(5)).toEqual([])
    expect(loose).toEqual([])
  })

  test('those to watch are shown, the chosen visit’s, and three at least', () => {
    const { routes } = routesOf(told, waiting, [])
    const cities = [{ name: '苏州', areaIds: [2] }]
    const chosen = (choice: string, selected = NaN) =>
      idsOf(chosenRoutes(routes, choice, { selected, cities }))
    expect(chosen('watch')).toEqual([1, 2, 4])
    expect(chosen('watch', 51)).toEqual([1, 2, 5])
    expect(chosen('all')).toEqual([1, 2, 4, 5])
    expect(chosen('city 苏州')).toEqual([2, 5])
    expect(chosen('crew 3')).toEqual([3])
  })
})

describe('the map’s own facts', () => {
  const gazetteer = {
    areas: new Map([
      [
        1,
        {
          id: 1,
          nameZh: '浦东',
          nameEn: 'Pudong',
          cityZh: '上海',
          cityEn: 'Shanghai',
          speedKmh: 25,
          middle: { lat: 31.2, lng: 121.5 },
        },
      ],
      [
        2,
        {
          id: 2,
          nameZh: '宝山',
          nameEn: 'Baoshan',
          cityZh: '上海',
          cityEn: 'Shanghai',
          speedKmh: 25,
          middle: null,
        },
      ],
    ]),
    districts: ['花木', 'Huamu'].map((name) => ({
      name,
      said: name.toLowerCase(),
      areaId: 1,
      point: { lat: 31.21, lng: 121.54 },
    })),
  }
  const settings = { tileUrl: 'https://tiles.example.com/{z}/{x}/{y}', tileCredit: '© someone' }
  const noTiles = { tileUrl: null, tileCredit: '' }

  test('places are named in the reader’s language', () => {
    const names = (locale: 'zh-CN' | 'en') =>
      mapView({ gazetteer, settings }, { locale }).places.map(({ name }) => name)
    expect(names('zh-CN')).toEqual(['浦东', '花木'])
    expect(names('en')).toEqual(['Pudong', 'Huamu'])
    expect(mapView({ gazetteer, settings }, { locale: 'en' })).toMatchObject({
      cities: [{ name: 'Shanghai', areaIds: [1, 2] }],
      tiles: { credit: '© someone' },
    })
  })

  const asking = (headers: Record<string, string> = {}) => ({
    request: new Request('http://shop.test/console/dispatch.data?day=2026-03-18', { headers }),
    context: { nonce: 'abc', reference: 'r', address: '127.0.0.1' },
  })
  const from = (path: string) =>
    asking({ 'Sec-Fetch-Dest': 'empty', Referer: `http://shop.test${path}` })

  test('Q-19 tiles are let in by the document of the board alone', () => {
    const args = asking()
    allowTiles({ settings }, args)
    expect(contentSecurityPolicy(args.context)).toContain('blob: https://tiles.example.com;')
    const none = asking()
    allowTiles({ settings: noTiles }, none)
    expect(contentSecurityPolicy(none.context)).not.toContain('example')
  })

  test.each(['/console/tickets', '/console/dispatch/promises', '/console'])(
    'who comes from %s without a new document is sent for one',
    (path) => {
      let thrown: unknown
      try {
        allowTiles({ settings }, from(path))
      } catch (error) {
        thrown = error
      }
      expect(thrown).toBeInstanceOf(Response)
      const { headers } = thrown as Response
      expect(headers.get('Location')).toBe('/console/dispatch?day=2026-03-18')
      expect(headers.get('X-Remix-Reload-Document')).toBe('true')
      expect(() => allowTiles({ settings: noTiles }, from(path))).not.toThrow()
    },
  )

  test.each(['/console/dispatch', '/console/dispatch/visits/7?day=2026-03-18'])(
    'who is at %s already is not',
    (path) => {
      expect(() => allowTiles({ settings }, from(path))).not.toThrow()
    },
  )
})
