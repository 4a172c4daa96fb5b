import { and, eq, isNull } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { visitMarks } from '#db/schema/visits.ts'
import { promiseGoods } from '#app/domain/returns/promise-goods.server.ts'
import { readyGoods } from '#app/domain/returns/ready-goods.server.ts'
import { friday, thursday, wednesday } from '#test/factories/districts.ts'
import { testDatabase } from '#test/setup/database.ts'
import { eventsOf } from '../visits/scene.ts'
import { aDecidedCase, booked, standing } from './acting.ts'
import { as, consequencesNow } from './deciding.ts'

const database = testDatabase()
const db = () => database.db

describe('RX-4 goods are there', () => {
  test('RX-4 what waited for them may come any day', async () => {
    const made = await aDecidedCase(db())
    const { id, number, ticket, of } = made
    const warehouse = await as(db(), 'warehouse')
    await readyGoods(warehouse, number, of('goods').id, { note: '二号库 B-12' })
    const [goods, delivery] = await consequencesNow(db(), id)
    expect(goods).toMatchObject({
      status: 'done',
      doneBy: warehouse.actor.id,
      note: '二号库 B-12',
    })
    expect(delivery).toMatchObject({ notBefore: null, status: 'open' })
    expect((await eventsOf(db(), ticket.id)).at(-1)).toMatchObject({
      kind: 'return_ready',
      data: { case: number, note: '二号库 B-12' },
    })
    await booked(db(), made, of('delivery'), { day: wednesday })
    expect(await standing(db(), id)).toEqual(['goods done', 'delivery going', 'original open'])
  })

  test('BK-6 a visit marked because they were late is marked no more', async () => {
    const made = await aDecidedCase(db())
    const { number, of } = made
    const visitId = await booked(db(), made, of('delivery'), { day: thursday })
    const warehouse = await as(db(), 'warehouse')
    await promiseGoods(warehouse, number, of('goods').id, { promisedOn: friday, reason: '推迟' })
    await readyGoods(warehouse, number, of('goods').id, { note: '' })
    const open = await db()
      .select()
      .from(visitMarks)
      .where(and(eq(visitMarks.visitId, visitId), isNull(visitMarks.clearedAt)))
    expect(open).toEqual([])
  })

  test('RX-4 once; not what is no goods', async () => {
    const { number, of } = await aDecidedCase(db())
    const warehouse = await as(db(), 'warehouse')
    const there = { note: '' }
    await Promise.all([1, 2].map(() => readyGoods(warehouse, number, of('goods').id, there)))
    const colleague = await as(db(), 'warehouse')
    await expect(readyGoods(colleague, number, of('goods').id, there)).rejects.toMatchObject({
      code: 'consequenceNotInState',
    })
    await expect(
      readyGoods(warehouse, number, of('original').id, { note: '' }),
    ).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('RX-4 a missing part too', async () => {
    const { id, number, of } = await aDecidedCase(db(), { remedy: 'missing', collect: undefined })
    await readyGoods(await as(db(), 'warehouse'), number, of('part').id, { note: '' })
    expect(await standing(db(), id)).toEqual(['part done', 'delivery open'])
  })

  test.each(['desk', 'dispatcher', 'store_guide', 'crew'] as const)(
    'RX-4 is not for %s',
    async (role) => {
      const { number, of } = await aDecidedCase(db())
      await expect(
        readyGoods(await as(db(), role), number, of('goods').id, { note: '' }),
      ).rejects.toMatchObject({ kind: 'forbidden' })
    },
  )
})
