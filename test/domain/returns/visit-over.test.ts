import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { custodyReceipts } from '#db/schema/custody.ts'
import { tickets } from '#db/schema/tickets.ts'
import { giveBackAtCounter, notCollected, takeAway } from '#app/domain/custody/index.server.ts'
import { readyGoods } from '#app/domain/returns/ready-goods.server.ts'
import { visitOfCrew } from '#app/domain/work/index.server.ts'
import { anItem } from '#test/domain/custody/an-item.ts'
import { friday, thursday } from '#test/factories/districts.ts'
import { testDatabase } from '#test/setup/database.ts'
import { at, ticketNow, visitNow } from '../visits/scene.ts'
import { aDecidedCase, atWork, booked, finished, standing } from './acting.ts'
import { as, caseNow, consequencesNow } from './deciding.ts'

const database = testDatabase()
const db = () => database.db
const original = (facts = {}) => anItem({ purpose: 'exchange', backOn: null, ...facts })

/** A decided case, its crew at the home of one of its visits on Friday. */
async function there(kind: 'delivery' | 'collection' | 'repair', decision = {}) {
  const made = await aDecidedCase(db(), decision)
  const service = kind === 'repair' ? 'repair' : 'delivery'
  const visitId = await booked(db(), made, made.of(kind), { day: friday, service })
  const crew = await atWork(db(), visitId, at('14:00', 3))
  await db().update(tickets).set({ status: 'in_progress' }).where(eq(tickets.id, made.ticket.id))
  return { ...made, visitId, crew }
}
const refund = { remedy: 'refund', amount: '5680', method: 'cash', collect: 'before' }
const repair = { remedy: 'repair', what: '补漆', collect: undefined }

describe('RX-4 the work of a visit that was asked for is over', () => {
  test('RX-4 done, it is done; its ticket waits for the rest of the case', async () => {
    const { id, ticket, visitId, crew } = await there('delivery')
    await takeAway(crew, visitId, original())
    await finished(crew, visitId)
    expect(await standing(db(), id)).toEqual(['goods open', 'delivery done', 'original open'])
    const [, delivery] = await consequencesNow(db(), id)
    expect(delivery).toMatchObject({ doneBy: crew.actor.id, visitId })
    expect(await ticketNow(db(), ticket.id)).toMatchObject({ status: 'triaged', solution: null })
    expect(await caseNow(db(), id)).toMatchObject({ status: 'acting' })
  })

  test('VS-4 what couldn’t be done is to be booked again', async () => {
    const made = await there('repair', repair)
    await finished(made.crew, made.visitId, 'escalated')
    expect(await standing(db(), made.id)).toEqual(['repair open'])
    const [again] = await consequencesNow(db(), made.id)
    expect(again).toMatchObject({ visitId: null, startedAt: null })
    expect(await visitNow(db(), made.visitId)).toMatchObject({ outcome: 'escalated' })
  })

  test('VS-4 an item taken away for repair keeps it going until that is back', async () => {
    const { id, visitId, crew } = await there('repair', repair)
    await takeAway(crew, visitId, anItem({ backOn: null }))
    await finished(crew, visitId)
    expect(await standing(db(), id)).toEqual(['repair going'])
    const [receipt] = await db()
      .select()
      .from(custodyReceipts)
      .where(eq(custodyReceipts.visitId, visitId))
    await giveBackAtCounter(await as(db(), 'warehouse', at('10:00', 6)), {
      ...{ receipt: receipt!.key, receivedBy: '林晓岚', reclaimed: true, because: '' },
      drawing: null,
    })
    expect(await standing(db(), id)).toEqual(['repair done'])
  })
})

describe('VS-5 the original of a decided return', () => {
  test('VS-5 a delivery that takes it along asks for it, whatever its ticket is called', async () => {
    const { visitId, crew, ticket } = await there('delivery')
    await db().update(tickets).set({ kind: 'repair' }).where(eq(tickets.id, ticket.id))
    expect(await visitOfCrew(crew, visitId)).toMatchObject({ collects: true })
    await expect(finished(crew, visitId)).rejects.toMatchObject({ code: 'originalNotCollected' })
    await takeAway(crew, visitId, original())
    await finished(crew, visitId)
  })

  test('VS-5 one that stays is collected by a visit of its own: nothing is lost', async () => {
    const { id, visitId, crew } = await there('delivery')
    await notCollected(crew, visitId, { reason: '电梯坏了' })
    await finished(crew, visitId)
    expect(await standing(db(), id)).toEqual([
      'goods open',
      'delivery done',
      'original open',
      'collection open',
    ])
    const rows = await consequencesNow(db(), id)
    const [, , originalRow, collection] = rows
    expect(collection).toMatchObject({ skill: 'delivery', what: '听雨餐桌', visitId: null })
    expect(originalRow).toMatchObject({ afterId: collection!.id })
  })

  test('VS-5 a collection collects for good; one on which nothing was collected is booked again', async () => {
    const made = await there('collection', refund)
    expect(await visitOfCrew(made.crew, made.visitId)).toMatchObject({ collects: true })
    await notCollected(made.crew, made.visitId, { reason: '顾客要留到周末' })
    await finished(made.crew, made.visitId)
    expect(await standing(db(), made.id)).toEqual([
      'collection open',
      'original open',
      'refund open',
    ])
    const second = await there('collection', refund)
    await takeAway(second.crew, second.visitId, original())
    await finished(second.crew, second.visitId)
    expect((await standing(db(), second.id))[0]).toBe('collection done')
  })

  test('VS-5 where it was collected before, the delivery asks for none', async () => {
    const made = await aDecidedCase(db(), { collect: 'before' })
    await booked(db(), made, made.of('collection'), { day: thursday })
    const visitId = await booked(db(), made, made.of('delivery'), { day: friday })
    const crew = await atWork(db(), visitId, at('14:00', 3))
    expect(await visitOfCrew(crew, visitId)).toMatchObject({ collects: false })
    await expect(notCollected(crew, visitId, { reason: '没有' })).rejects.toMatchObject({
      code: 'notAnExchange',
    })
    await finished(crew, visitId)
    expect(await standing(db(), made.id)).toContain('delivery done')
  })

  test('RX-4 what is done stays done', async () => {
    const { id, number, of, visitId, crew } = await there('delivery')
    await readyGoods(await as(db(), 'warehouse'), number, of('goods').id, { note: '' })
    await takeAway(crew, visitId, original())
    await finished(crew, visitId)
    await finished(crew, visitId)
    expect(await standing(db(), id)).toEqual(['goods done', 'delivery done', 'original open'])
  })
})
