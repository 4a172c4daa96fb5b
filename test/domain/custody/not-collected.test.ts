import { describe, expect, test } from 'vitest'
import { notCollected, takeAway } from '#app/domain/custody/index.server.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, visitNow } from '#test/domain/visits/scene.ts'
import { atHome } from '#test/domain/work/home.ts'
import { anItem } from './an-item.ts'

const database = testDatabase()
const because = { reason: '业主要留着放书' }
const exchange = { ticket: { kind: 'exchange' } } as const

describe('VS-5 an original that stays', () => {
  test.each(['arrived', 'working'] as const)('VS-5 is explained while %s', async (status) => {
    const { visit, ctx } = await atHome(database.db, status, exchange)
    await notCollected(ctx, visit.id, because)
    expect(await visitNow(database.db, visit.id)).toMatchObject({
      notCollectedBecause: because.reason,
    })
  })

  test('VS-5 said twice it is said once; said otherwise it is put right', async () => {
    const { visit, ctx } = await atHome(database.db, 'working', exchange)
    await notCollected(ctx, visit.id, because)
    const { version } = await visitNow(database.db, visit.id)
    await notCollected(ctx, visit.id, because)
    expect(await visitNow(database.db, visit.id)).toMatchObject({ version })
    await notCollected(ctx, visit.id, { reason: '电梯坏了' })
    expect(await visitNow(database.db, visit.id)).toMatchObject({ notCollectedBecause: '电梯坏了' })
  })

  test('VS-5 not once it was collected', async () => {
    const { visit, ctx } = await atHome(database.db, 'working', exchange)
    await takeAway(ctx, visit.id, anItem({ purpose: 'exchange' }))
    await expect(notCollected(ctx, visit.id, because)).rejects.toMatchObject({
      code: 'originalCollected',
    })
  })

  test('VS-5 no other matter has one', async () => {
    const { visit, ctx } = await atHome(database.db, 'working')
    await expect(notCollected(ctx, visit.id, because)).rejects.toMatchObject({
      code: 'notAnExchange',
    })
  })

  test.each([
    ['confirmed', 'stepOutOfOrder'],
    ['finished', 'visitFinished'],
    ['cancelled', 'visitCancelled'],
  ] as const)('VS-5 not while %s', async (status, code) => {
    const { visit, ctx } = await atHome(database.db, status, exchange)
    await expect(notCollected(ctx, visit.id, because)).rejects.toMatchObject({ code })
  })

  test('Q-12 another crew’s visit is a missing one', async () => {
    const { visit } = await atHome(database.db, 'working', exchange)
    const stranger = asActor(database.db, await aColleague(database.db, 'crew'))
    await expect(notCollected(stranger, visit.id, because)).rejects.toMatchObject({
      kind: 'not_found',
    })
  })
})
