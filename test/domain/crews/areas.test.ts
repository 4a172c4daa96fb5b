import { describe, expect, test } from 'vitest'
import { AreaForm } from '#app/domain/crews/area-form.ts'
import { addArea, changeArea, readArea } from '#app/domain/crews/change-area.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()

let n = 0
const form = (districts: string, facts: Record<string, string> = {}) => {
  n += 1
  const names = { nameZh: `东区${n}`, nameEn: `East ${n}`, cityZh: '苏州', cityEn: 'Suzhou' }
  return AreaForm.parse({ ...names, districts, ...facts })
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
