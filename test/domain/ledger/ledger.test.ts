import { describe, expect, test } from 'vitest'
import { orders } from '#db/schema/customers.ts'
import { LedgerFilters } from '#app/domain/ledger/ledger-filters.ts'
import { countLedger, ledgerRows, wholeLedger } from '#app/domain/ledger/ledger.server.ts'
import { ledgerColumns, textOf } from '#app/routes/console/returns/ledger/ledger-columns.server.ts'
import { type LedgerCells, ledgerPages } from '#app/routes/console/returns/ledger/ledger-sheet.tsx'
import { contextOf } from '#test/factories/context.ts'
import { only, serial } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { testDatabase } from '#test/setup/database.ts'
import { at } from '#test/domain/visits/scene.ts'
import { aCase } from '../returns/accounts.ts'
import { as } from '../returns/deciding.ts'

const database = testDatabase()
const shares = { factory: 70, logistics: 30 } as const

/** Cases of a store of their own, so that each test has a ledger of its own. */
async function aShelf() {
  const store = await aStore(database.db)
  const add = async (facts: Parameters<typeof aCase>[1] = {}) =>
    (await aCase(database.db, { ...facts, ticket: { storeId: store.id, ...facts.ticket } })).case
      .number
  const shown = async (filters: Record<string, unknown> = {}) => {
    const { rows } = await ledgerRows(
      await as(database.db, 'desk'),
      LedgerFilters.parse({ store: store.id, ...filters }),
    )
    return rows.map(({ number }) => number)
  }
  return { store, add, shown }
}

describe('RX-6 the ledger of returns, exchanges and parts', () => {
  test('RX-6 has them all, the latest first, each with what was asked, decided, caused and when it ended', async () => {
    const { store, add } = await aShelf()
    const order = only(
      await database.db
        .insert(orders)
        .values({
          number: `XS26-${serial()}`,
          storeId: store.id,
          address: '上海市徐汇区漕溪路 1 号',
          orderedOn: '2026-01-01',
          clerk: '周婷',
        })
        .returning(),
    )
    const bare = await add({ case: { askedAt: at('23:30') } })
    const full = await add({
      total: 282_000,
      shares,
      case: {
        askedAt: at('23:50'),
        status: 'closed',
        closedAt: at('00:10', 3),
        orderId: order.id,
        quantity: 2,
        pieces: [{ zh: '台面', en: 'Top' }],
      },
    })
    const { rows, next } = await ledgerRows(
      await as(database.db, 'desk'),
      LedgerFilters.parse({ store: store.id }),
    )
    expect(next).toBeNull()
    expect(rows.map(({ number }) => number)).toEqual([full, bare])
    expect(rows[0]).toMatchObject({
      order: order.number,
      store: store.nameZh,
      product: '听雨餐桌',
      quantity: 2,
      pieces: [{ zh: '台面', en: 'Top' }],
      reason: 'defect',
      remedy: 'exchange',
      why: '补不住',
      total: 282_000,
      currency: 'CNY',
      cause: '含水率超标',
      shares: [
        { party: 'factory', percent: 70 },
        { party: 'logistics', percent: 30 },
      ],
      days: 3,
    })
    expect(rows[1]).toMatchObject({
      remedy: null,
      total: null,
      cause: null,
      shares: [],
      closedAt: null,
      days: null,
    })
  })

  test('RX-6 filters: days, reason, remedy, status, party, product', async () => {
    const { add, shown } = await aShelf()
    const march = await add({ case: { askedAt: at('00:00'), reason: 'colour' } })
    const before = await add({ case: { askedAt: at('23:59', -1) } })
    const repaired = await add({
      total: 1,
      shares: { store: 100 },
      decision: { remedy: 'repair' },
      case: { askedAt: at('23:59'), status: 'acting', product: '三门衣柜' },
    })
    const cancelled = await add({
      case: {
        askedAt: at('12:00', 1),
        status: 'cancelled',
        cancelledAt: at('13:00', 1),
        cancelReason: '不要了',
      },
    })
    expect(await shown({ from: '2026-03-10', to: '2026-03-10' })).toEqual([repaired, march])
    expect(await shown({ to: '2026-03-09' })).toEqual([before])
    expect(await shown({ reason: 'colour' })).toEqual([march])
    expect(await shown({ remedy: 'repair' })).toEqual([repaired])
    expect(await shown({ status: 'cancelled' })).toEqual([cancelled])
    expect(await shown({ status: 'counted' })).toEqual([repaired, march, before])
    expect(await shown({ party: 'store' })).toEqual([repaired])
    expect(await shown({ party: 'factory' })).toEqual([])
    expect(await shown({ product: '三门衣柜' })).toEqual([repaired])
    expect(await shown({ product: '三门' })).toEqual([])
  })

  test('RX-6 finds by number, name, the end of a phone and product; signs are letters', async () => {
    const { add, shown } = await aShelf()
    const number = await add({
      ticket: { name: '宋立群', phone: '+8613800004821' },
      case: { product: '听雨_餐桌 100%' },
    })
    await add({ ticket: { name: '林晓岚', phone: '+8613800009999' } })
    for (const q of [
      number,
      number.toLowerCase(),
      '宋立',
      '4821',
      '138 0000 4821',
      '听雨_',
      '100%',
    ]) {
      expect([q, await shown({ q })]).toEqual([q, [number]])
    }
    for (const q of ['%', '_餐桌 2', '0000', "' or true --", '\\']) {
      const found = await shown({ q })
      expect([q, found.length < 2]).toEqual([q, true])
    }
  })

  test('what makes no sense filters nothing', () => {
    const none = LedgerFilters.parse({})
    expect(
      LedgerFilters.parse({
        from: '2026-13-45',
        to: 'x',
        store: '-1',
        reason: 'nothing',
        remedy: '',
        status: 'x',
        party: 'x',
      }),
    ).toEqual(none)
  })

  test('page after page is the whole, which exports and papers have', async () => {
    const { store, add } = await aShelf()
    const numbers: string[] = []
    for (let i = 0; i < 5; i++) numbers.unshift(await add())
    const desk = await as(database.db, 'desk')
    const filters = LedgerFilters.parse({ store: store.id })
    const first = await ledgerRows(desk, filters, { limit: 2 })
    const second = await ledgerRows(desk, filters, { limit: 2, after: first.next })
    const third = await ledgerRows(desk, filters, { limit: 2, after: second.next })
    const paged = [...first.rows, ...second.rows, ...third.rows]
    expect(paged.map(({ number }) => number)).toEqual(numbers)
    expect(third.next).toBeNull()
    expect(await wholeLedger(desk, filters)).toEqual(paged)
    expect(await wholeLedger(desk, filters, 3)).toEqual(paged.slice(0, 3))
    expect(await countLedger(desk, filters)).toBe(5)
  })

  test('Q-13 exports have the columns of the page, costs for those who may know them', async () => {
    const { store, add } = await aShelf()
    const number = await add({ total: 282_000, shares })
    const manager = await aColleague(database.db, 'store_manager', { storeId: store.id })
    const said = async (ctx: Parameters<typeof ledgerColumns>[0]) => {
      const [row] = await wholeLedger(ctx, LedgerFilters.parse({ store: store.id }))
      return Object.fromEntries(
        ledgerColumns(ctx).map(({ label, cell }) => [label, textOf(cell(row!))]),
      )
    }
    expect(await said(await as(database.db, 'desk'))).toMatchObject({
      单号: number,
      登记日期: '2026-03-10',
      公司费用: '2820.00',
      责任方: '工厂 70%、物流 30%',
      办结日期: '',
    })
    const unseen = await said(contextOf(database.db, manager))
    expect(unseen['单号']).toBe(number)
    expect(unseen).not.toHaveProperty('公司费用')
  })

  test('RX-6 on paper no row is lost and none is cut', () => {
    const lines = Object.fromEntries(
      [
        'number',
        'customer',
        'product',
        'reason',
        'remedy',
        'why',
        'cost',
        'cause',
        'parties',
        'closed',
      ].map((cell) => [cell, cell === 'why' ? '裂缝贯穿，补不住；'.repeat(6) : 'x']),
    ) as LedgerCells['lines']
    const rows = Array.from({ length: 40 }, (_, i) => ({ key: String(i), lines }))
    const pages = ledgerPages(rows)
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.flat()).toEqual(rows)
    expect(ledgerPages([])).toEqual([[]])
  })

  test('Q-12 a store has its own, Q-13 without costs; who has no business with returns has none', async () => {
    const { store, add } = await aShelf()
    const own = await add({ total: 282_000, shares })
    const { add: elsewhere } = await aShelf()
    await elsewhere()
    const manager = await aColleague(database.db, 'store_manager', { storeId: store.id })
    const { rows } = await ledgerRows(contextOf(database.db, manager), LedgerFilters.parse({}))
    expect(rows).toMatchObject([{ number: own, total: null }])
    for (const role of ['dispatcher', 'warehouse', 'purchaser', 'caller'] as const) {
      const ctx = await as(database.db, role)
      const seen = await ledgerRows(ctx, LedgerFilters.parse({ store: store.id }))
      expect(seen.rows.map(({ number, total }) => [number, total])).toEqual([
        [own, role === 'purchaser' ? 282_000 : null],
      ])
    }
    for (const role of ['crew', 'admin'] as const) {
      const ctx = await as(database.db, role)
      await expect(ledgerRows(ctx, LedgerFilters.parse({}))).rejects.toMatchObject({
        kind: 'forbidden',
      })
    }
  })
})
