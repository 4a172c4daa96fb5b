import { and, eq, isNull } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { visitMarks } from '#db/schema/visits.ts'
import { markVisit } from '#app/domain/visits/index.server.ts'
import { promiseGoods } from '#app/domain/returns/promise-goods.server.ts'
import { readyGoods } from '#app/domain/returns/ready-goods.server.ts'
import { instantAt } from '#app/platform/time.server.ts'
import { friday, thursday } from '#test/factories/districts.ts'
import { testDatabase } from '#test/setup/database.ts'
import { eventsOf, mailsOf, visitNow } from '../visits/scene.ts'
import { aDecidedCase, booked } from './acting.ts'
import { as, consequencesNow } from './deciding.ts'

const database = testDatabase()
const db = () => database.db
const later = { promisedOn: friday, reason: '工厂推迟发货' }
const marksOn = (visitId: number) =>
  db()
    .select()
    .from(visitMarks)
    .where(and(eq(visitMarks.visitId, visitId), isNull(visitMarks.clearedAt)))
const told = async (ticketId: number) =>
  (await mailsOf(db(), ticketId)).filter(
    ({ template, status }) => template === 'visit-parts-short' && status !== 'withdrawn',
  )

describe('RX-4 goods come on another day', () => {
  test('RX-4 what waits for them is booked from that day on', async () => {
    const { id, number, ticket, of } = await aDecidedCase(db())
    await promiseGoods(await as(db(), 'warehouse'), number, of('goods').id, later)
    const [goods, delivery] = await consequencesNow(db(), id)
    expect(goods).toMatchObject({ promisedOn: friday, status: 'open' })
    expect(delivery!.notBefore).toEqual(instantAt(friday, '00:00'))
    expect((await eventsOf(db(), ticket.id)).at(-1)).toMatchObject({
      kind: 'return_promised',
      data: { case: number, from: thursday, to: friday, reason: later.reason },
    })
  })

  test('BK-6 a visit booked before stays where it is, marked, and its customer is told once', async () => {
    const made = await aDecidedCase(db())
    const { number, ticket, of } = made
    const visitId = await booked(db(), made, of('delivery'), { day: thursday })
    const before = await visitNow(db(), visitId)
    const warehouse = await as(db(), 'warehouse')
    await promiseGoods(warehouse, number, of('goods').id, later)
    await promiseGoods(warehouse, number, of('goods').id, later)
    expect(await visitNow(db(), visitId)).toMatchObject({
      status: 'confirmed',
      windowStart: before.windowStart,
    })
    const [mark, ...others] = await marksOn(visitId)
    expect(mark).toMatchObject({
      kind: 'parts_short',
      expectedOn: friday,
      madeBy: warehouse.actor.id,
    })
    expect(mark!.note).toContain(later.reason)
    expect(others).toEqual([])
    expect(await told(ticket.id)).toHaveLength(1)
  })

  test('BK-6 a visit booked after the new day isn’t marked, and loses the mark of an earlier change', async () => {
    const made = await aDecidedCase(db())
    const { number, of } = made
    const visitId = await booked(db(), made, of('delivery'), { day: thursday })
    const warehouse = await as(db(), 'warehouse')
    await promiseGoods(warehouse, number, of('goods').id, later)
    const sooner = { promisedOn: '2026-03-11', reason: '提前到了' }
    await promiseGoods(warehouse, number, of('goods').id, sooner)
    expect(await marksOn(visitId)).toEqual([])
  })

  test('RX-4 not for a day that is past', async () => {
    const { number, of } = await aDecidedCase(db())
    const past = { ...later, promisedOn: '2026-03-09' }
    await expect(
      promiseGoods(await as(db(), 'warehouse'), number, of('goods').id, past),
    ).rejects.toMatchObject({ code: 'promisedPast' })
  })

  test('RX-4 not once they are there; nor of what is no goods, nor of another case', async () => {
    const { number, of } = await aDecidedCase(db())
    const other = await aDecidedCase(db())
    const warehouse = await as(db(), 'warehouse')
    await expect(promiseGoods(warehouse, number, of('delivery').id, later)).rejects.toMatchObject({
      kind: 'not_found',
    })
    await expect(
      promiseGoods(warehouse, number, other.of('goods').id, later),
    ).rejects.toMatchObject({ kind: 'not_found' })
    await readyGoods(warehouse, number, of('goods').id, { note: '' })
    await expect(promiseGoods(warehouse, number, of('goods').id, later)).rejects.toMatchObject({
      code: 'consequenceNotInState',
    })
  })

  test.each(['desk', 'dispatcher', 'store_guide', 'crew', 'purchaser'] as const)(
    'RX-4 is not for %s',
    async (role) => {
      const { number, of } = await aDecidedCase(db())
      await expect(
        promiseGoods(await as(db(), role), number, of('goods').id, later),
      ).rejects.toMatchObject({ kind: 'forbidden' })
    },
  )
})

describe('BK-6 a mark that a colleague made for another reason', () => {
  test('BK-6 stands when the goods are there', async () => {
    const made = await aDecidedCase(db())
    const { number, of } = made
    const visitId = await booked(db(), made, of('delivery'), { day: thursday })
    await markVisit(await as(db(), 'dispatcher'), visitId, {
      ...{ kind: 'parts_short', note: '螺丝没到', expectedOn: null, tell: false },
    })
    await readyGoods(await as(db(), 'warehouse'), number, of('goods').id, { note: '' })
    expect(await marksOn(visitId)).toHaveLength(1)
  })
})
