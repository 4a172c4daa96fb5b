import { beforeAll, describe, expect, test } from 'vitest'
import { baseOf, type Gazetteer, pointOf } from '#app/domain/travel/index.server.ts'
import { anArea } from '#test/factories/stores.ts'
import { testDatabase } from '#test/setup/database.ts'
import { airport, expo, places, square } from './scene.ts'

const database = testDatabase()
const suzhou = { lat: 31.3, lng: 120.6 }
let gazetteer: Gazetteer
let pudong: { id: number }
let bare: { id: number }

beforeAll(async () => {
  const { db } = database
  pudong = await anArea(db, {
    districts: ['浦东', '花木', 'Huamu', '花木东城'],
    districtPoints: { 花木: expo, Huamu: expo, 花木东城: airport },
    ...square,
  })
  await anArea(db, {
    cityZh: '苏州',
    cityEn: 'Suzhou',
    districts: ['花木'],
    districtPoints: { 花木: suzhou },
  })
  bare = await anArea(db, { districts: ['宝山'] })
  ;({ gazetteer } = await places(db))
})

const home = (address: string, facts: object = {}) => ({
  lat: null,
  lng: null,
  areaId: null,
  address,
  ...facts,
})

describe('DS-6 where a home is', () => {
  test('its own point is exact, whatever its address says', () => {
    const at = { ...airport, areaId: pudong.id }
    expect(pointOf(gazetteer, home('花木路 88 弄', at))).toEqual({ point: airport, exact: true })
  })

  test.each([
    ['上海浦东花木路 88 弄 6 号', expo],
    ['88 HUAMU Road, Pudong', expo],
    ['花木东城一期', airport],
    ['浦东锦绣路 1 号', square],
  ])('“%s” is near the longest district it names, else its area’s middle', (address, point) => {
    expect(pointOf(gazetteer, home(address, { areaId: pudong.id }))).toEqual({
      point,
      exact: false,
    })
  })

  test('without an area the city tells two districts of one name apart', () => {
    expect(pointOf(gazetteer, home('苏州花木街 3 号'))?.point).toEqual(suzhou)
    expect(pointOf(gazetteer, home('上海花木路 3 号'))?.point).toEqual(expo)
  })

  test('nothing is made up where nothing is known', () => {
    expect(pointOf(gazetteer, home('宝山杨行', { areaId: bare.id }))).toBeNull()
    expect(pointOf(gazetteer, home('天涯海角'))).toBeNull()
  })

  test('a crew sets out from the middle of its home area', () => {
    expect(baseOf(gazetteer, { homeAreaId: pudong.id })).toEqual(square)
    expect(baseOf(gazetteer, { homeAreaId: bare.id })).toBeNull()
    expect(baseOf(gazetteer, { homeAreaId: null })).toBeNull()
  })
})
