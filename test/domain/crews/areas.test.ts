import { describe, expect, test } from 'vitest'
import { AreaForm, districtsText, readDistricts } from '#app/domain/crews/area-form.ts'
import { listChanges } from '#app/domain/accounts/index.server.ts'
import { addArea, areaSubject, changeArea, readArea } from '#app/domain/crews/change-area.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()

let n = 0
const form = (districts: string, facts: Record<string, string> = {}) => {
  n += 1
  const names = { nameZh: `东区${n}`, nameEn: `East ${n}`, cityZh: '苏州', cityEn: 'Suzhou' }
  return AreaForm.parse({ ...names, districts, speedKmh: '25', ...facts })
}
const manager = async () => contextOf(database.db, await aColleague(database.db, 'market_manager'))

describe('BK-1 the districts an area is recognised by', () => {
  test('are one area’s of a city; the refusal names whose', async () => {
    const ctx = contextOf(database.db, await aColleague(database.db, 'aftersales_manager'))
    const first = form('吴中区\nWuzhong')
    await addArea(ctx, first)
    const taken = {
      code: 'districtTaken',
      values: { district: 'wuzhong', area: first.nameZh },
    }
    await expect(addArea(ctx, form('相城区, wuzhong'))).rejects.toMatchObject(taken)
    const id = await addArea(ctx, form('相城区'))
    const seen = stampOf(await readArea(ctx, id))
    await expect(changeArea(ctx, id, form('相城区, wuzhong', { seen }))).rejects.toMatchObject(
      taken,
    )
    expect((await readArea(ctx, id)).districts).toEqual(['相城区'])
    await changeArea(ctx, id, form('相城区, 虎丘区', { seen }))
    await addArea(ctx, form('吴中区', { cityZh: '无锡', cityEn: 'Wuxi' }))
  })

  test('of two areas that take the same one at once, one gets it', async () => {
    const ctx = contextOf(database.db, await aColleague(database.db, 'aftersales_manager'))
    const tries = await Promise.allSettled([addArea(ctx, form('昆山')), addArea(ctx, form('昆山'))])
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('are not everybody’s to change', async () => {
    await expect(addArea(await manager(), form('太仓'))).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})

describe('DS-6 where an area and its districts are', () => {
  const huamu = { lat: 31.2067, lng: 121.539 }

  test.each([
    ['花木 31.2067, 121.5390', ['花木'], { 花木: huamu }],
    ['花木 31.2067，121.539\n浦东', ['花木', '浦东'], { 花木: huamu }],
    ['花木 31.2067 121.539, 浦东', ['花木', '浦东'], { 花木: huamu }],
    ['浦东、Hua Mu 31.2067,121.539', ['浦东', 'Hua Mu'], { 'Hua Mu': huamu }],
    ['花木 31.0, 121.000', ['花木'], { 花木: { lat: 31, lng: 121 } }],
    ['花木 121.539, 31.2067', ['花木'], { 花木: huamu }],
    ['花木\n花木 31.2067, 121.539\n花木', ['花木'], { 花木: huamu }],
  ])('“%s” is read as it is meant', (typed, names, points) => {
    expect(readDistricts(typed)).toEqual({ names, points })
    expect(readDistricts(districtsText({ names, points }))).toEqual({ names, points })
  })

  test.each([
    '花木 31.2067',
    '31.2067, 121.539',
    '花木 91.5, 181.5',
    '花木 31.2067, 121.539, 12.5',
    '花木 x31.2067, 121.539',
  ])('“%s” is refused', (typed) => {
    expect(() => form(typed)).toThrow('validation:districtPoint')
  })

  test.each([
    [{ middle: '浦东' }, 'validation:point'],
    [{ middle: '31.2304' }, 'validation:point'],
    [{ middle: '-91, 200' }, 'validation:point'],
    [{ speedKmh: '2' }, 'validation:speed'],
    [{ speedKmh: 'fast' }, 'validation:speed'],
  ])('%o is refused', (facts, message) => {
    expect(() => form('某区', facts)).toThrow(message)
  })

  test('are kept as they were typed, with a trace, and stay when the names change', async () => {
    const ctx = contextOf(database.db, await aColleague(database.db, 'aftersales_manager'))
    const id = await addArea(ctx, form('张浦, 周市 31.4, 121.0', { middle: '31.38, 120.98' }))
    const area = await readArea(ctx, id)
    expect(area).toMatchObject({
      districts: ['张浦', '周市'],
      districtPoints: { 周市: { lat: 31.4, lng: 121 } },
      middle: { lat: 31.38, lng: 120.98 },
      speedKmh: 25,
    })
    const moved = form('周市 31.4, 121.0\n张浦 31.3, 120.9', { speedKmh: '32' })
    await changeArea(ctx, id, { ...moved, seen: stampOf(area) })
    const after = await readArea(ctx, id)
    expect(after).toMatchObject({ middle: null, speedKmh: 32 })
    await changeArea(ctx, id, { ...moved, seen: stampOf(after) })
    const changes = await listChanges(ctx, [areaSubject(id)])
    expect(changes).toHaveLength(2)
    expect(changes[0]!.changes).toEqual(
      expect.arrayContaining([
        { field: 'middle', from: '31.38, 120.98', to: null },
        {
          field: 'districtPoints',
          from: '周市 31.4, 121',
          to: '周市 31.4, 121; 张浦 31.3, 120.9',
        },
        { field: 'speedKmh', from: '25', to: '32' },
      ]),
    )
  })
})
