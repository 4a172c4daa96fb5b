import { describe, expect, test } from 'vitest'
import { promiseGoods } from '#app/domain/returns/promise-goods.server.ts'
import { readyGoods } from '#app/domain/returns/ready-goods.server.ts'
import { receiveOriginal } from '#app/domain/returns/receive-original.server.ts'
import { countSupplyTasks, supplyTasks } from '#app/domain/returns/supply-tasks.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { friday } from '#test/factories/districts.ts'
import { testDatabase } from '#test/setup/database.ts'
import { at, visitNow } from '../visits/scene.ts'
import { aDecidedCase, booked } from './acting.ts'
import { as } from './deciding.ts'

const database = testDatabase()
const db = () => database.db
const all = { kind: null, when: null, step: null } as const

/** Of these cases alone, in order; other tests have their own. */
async function listed(ctx: Ctx, list: 'supply' | 'originals', numbers: string[], filter = {}) {
  const found: string[] = []
  let after = null
  do {
    const page = await supplyTasks(ctx, { list, filter: { ...all, ...filter }, after })
    found.push(...page.tasks.map(({ number }) => number))
    after = page.next
  } while (after)
  return found.filter((number) => numbers.includes(number))
}

describe('RX-4 what the warehouse has to do', () => {
  test('RX-4 what is promised for the earliest day first, and what is late is told', async () => {
    const first = await aDecidedCase(db())
    const second = await aDecidedCase(db(), { remedy: 'missing', promisedOn: '2026-03-10' })
    const numbers = [first.number, second.number]
    const warehouse = await as(db(), 'warehouse')
    expect(await listed(warehouse, 'supply', numbers)).toEqual([second.number, first.number])
    expect(await listed(warehouse, 'supply', numbers, { kind: 'part' })).toEqual([second.number])
    expect(await listed(warehouse, 'supply', numbers, { when: 'today' })).toEqual([second.number])
    expect(await listed(warehouse, 'supply', numbers, { when: 'late' })).toEqual([])
    const nextDay = await as(db(), 'warehouse', at('10:00', 1))
    expect(await listed(nextDay, 'supply', numbers, { when: 'late' })).toEqual([second.number])
    const { tasks } = await supplyTasks(nextDay, {
      ...{ list: 'supply', after: null },
      filter: { ...all, when: 'late' },
    })
    expect(tasks.every(({ late }) => late)).toBe(true)
    await promiseGoods(warehouse, second.number, second.of('part').id, {
      ...{ promisedOn: friday, reason: '推迟' },
    })
    expect(await listed(warehouse, 'supply', numbers)).toEqual([first.number, second.number])
    await readyGoods(warehouse, second.number, second.of('part').id, { note: '' })
    expect(await listed(warehouse, 'supply', numbers)).toEqual([first.number])
  })

  test('RX-4 says which visit waits for it', async () => {
    const made = await aDecidedCase(db(), { promisedOn: '2026-03-10' })
    const visitId = await booked(db(), made, made.of('delivery'), { day: friday })
    const { windowStart } = await visitNow(db(), visitId)
    const { tasks } = await supplyTasks(await as(db(), 'warehouse'), {
      ...{ list: 'supply', after: null, filter: all },
    })
    const task = tasks.find(({ number }) => number === made.number)
    expect(task).toMatchObject({
      visit: { start: windowStart.toISOString() },
      what: '听雨餐桌一张',
      late: false,
    })
  })

  test('RX-4 originals to receive, and to inspect; one that is there counts', async () => {
    const made = await aDecidedCase(db())
    const warehouse = await as(db(), 'warehouse')
    const numbers = [made.number]
    const before = await countSupplyTasks(warehouse)
    expect(await listed(warehouse, 'originals', numbers, { step: 'receive' })).toEqual(numbers)
    await receiveOriginal(warehouse, made.number, made.of('original').id, {
      ...{ note: '', because: '顾客送来' },
    })
    expect(await listed(warehouse, 'originals', numbers, { step: 'receive' })).toEqual([])
    expect(await listed(warehouse, 'originals', numbers, { step: 'inspect' })).toEqual(numbers)
    expect(await countSupplyTasks(warehouse)).toEqual({
      ...before,
      originals: before.originals + 1,
    })
  })

  test.each(['desk', 'store_guide', 'crew', 'purchaser'] as const)(
    'RX-4 is not for %s',
    async (role) => {
      const ctx = await as(db(), role)
      const asked = { list: 'supply', after: null, filter: all } as const
      await expect(supplyTasks(ctx, asked)).rejects.toMatchObject({ kind: 'forbidden' })
      await expect(countSupplyTasks(ctx)).rejects.toMatchObject({ kind: 'forbidden' })
    },
  )
})
