import { describe, expect, test } from 'vitest'
import { returnFigures } from '#app/domain/ledger/figures.server.ts'
import { countLedger } from '#app/domain/ledger/ledger.server.ts'
import { aStore } from '#test/factories/stores.ts'
import { testDatabase } from '#test/setup/database.ts'
import { at } from '#test/domain/visits/scene.ts'
import { aCase } from '../returns/accounts.ts'
import { as } from '../returns/deciding.ts'

const database = testDatabase()
const march = { from: '2026-03-01', to: '2026-03-31' }

async function aMonth() {
  const store = await aStore(database.db)
  const add = (facts: Parameters<typeof aCase>[1]) =>
    aCase(database.db, { ...facts, ticket: { storeId: store.id } })
  await add({ total: 282_000, shares: { factory: 70, logistics: 30 } })
  await add({
    total: 100_000,
    shares: { logistics: 100 },
    case: { reason: 'transit', product: '三门衣柜' },
  })
  await add({ case: { reason: 'transit' } })
  await add({ total: 999, shares: { store: 100 }, case: { askedAt: at('10:00', 60) } })
  await add({
    total: 5000,
    shares: { factory: 100 },
    case: { status: 'cancelled', cancelledAt: at('12:00'), cancelReason: '不要了' },
  })
  return store
}

describe('RX-5 figures by who is answerable', () => {
  test('RX-5 cases and costs by party, weighed by percent; by reason; by product', async () => {
    const store = await aMonth()
    const ctx = await as(database.db, 'aftersales_manager')
    const figures = await returnFigures(ctx, { ...march, store: store.id })
    expect(figures.all).toEqual({ key: '', cases: 3, cost: [{ currency: 'CNY', amount: 382_000 }] })
    expect(figures.parties).toEqual([
      {
        key: 'logistics',
        cases: 2,
        weighed: 1.3,
        cost: [{ currency: 'CNY', amount: 184_600 }],
      },
      { key: 'factory', cases: 1, weighed: 0.7, cost: [{ currency: 'CNY', amount: 197_400 }] },
    ])
    expect(figures.reasons).toEqual([
      { key: 'transit', cases: 2, cost: [{ currency: 'CNY', amount: 100_000 }] },
      { key: 'defect', cases: 1, cost: [{ currency: 'CNY', amount: 282_000 }] },
    ])
    expect(figures.products).toEqual([
      { key: '听雨餐桌', cases: 2, cost: [{ currency: 'CNY', amount: 282_000 }] },
      { key: '三门衣柜', cases: 1, cost: [{ currency: 'CNY', amount: 100_000 }] },
    ])
    expect(figures.moreProducts).toBe(0)
  })

  test('FG-1 each figure is of the rows that the ledger shows with the same filters', async () => {
    const store = await aMonth()
    const ctx = await as(database.db, 'general_manager')
    const { filters, all, parties, reasons, products } = await returnFigures(ctx, {
      ...march,
      store: store.id,
    })
    const counted = (more: object) => countLedger(ctx, { ...filters, ...more })
    expect(await counted({})).toBe(all.cases)
    for (const { key, cases } of parties) expect(await counted({ party: key })).toBe(cases)
    for (const { key, cases } of reasons) expect(await counted({ reason: key })).toBe(cases)
    for (const { key, cases } of products) expect(await counted({ product: key })).toBe(cases)
  })

  test('Q-13 they are for those who may know costs', async () => {
    for (const role of ['store_manager', 'caller', 'warehouse', 'dispatcher', 'admin'] as const) {
      const ctx = await as(database.db, role)
      await expect(returnFigures(ctx, { ...march, store: null })).rejects.toMatchObject({
        kind: 'forbidden',
      })
    }
  })

  test('a span without any is one of zeros', async () => {
    const ctx = await as(database.db, 'desk')
    const span = { from: '2020-01-01', to: '2020-01-31', store: null }
    expect(await returnFigures(ctx, span)).toMatchObject({
      all: { cases: 0, cost: [] },
      parties: [],
      reasons: [],
      products: [],
    })
  })
})
