import { describe, expect, test } from 'vitest'
import {
  contractNumber,
  isContractNumber,
  priceOf,
  quantityOf,
} from '#app/domain/orders/contract.ts'
import { lastCheck } from '#app/domain/orders/check-deadline.server.ts'
import { missingIn } from '#app/domain/orders/missing-in.server.ts'

const whole = {
  number: 'XS1',
  name: '林晓岚',
  phone: '+8613812340021',
  address: '上海市徐汇区漕溪路 18 号',
  orderedOn: '2026-03-10',
  deliveryOn: '2026-03-24',
  clerk: '周婷',
}
const lines = [{ quantity: 1, unitPrice: 499900 }]

describe('BK-5 what is missing in a contract', () => {
  test('nothing, when it is whole; a gift costs nothing', () => {
    expect(missingIn(whole, lines)).toEqual([])
    expect(missingIn(whole, [...lines, { quantity: 1, unitPrice: 0 }])).toEqual([])
  })

  test.each([
    ['name', { name: '' }, 'missing'],
    ['phone', { phone: '' }, 'missing'],
    ['phone', { phone: '1381234' }, 'unclear', 'digits'],
    ['phone', { phone: '62345' }, 'unclear', 'callable'],
    ['address', { address: '' }, 'missing'],
    ['address', { address: '上海' }, 'unclear', 'short'],
    ['orderedOn', { orderedOn: '2026-03-13' }, 'unclear', 'ahead'],
    ['deliveryOn', { deliveryOn: null }, 'missing'],
    ['deliveryOn', { deliveryOn: '2026-03-09' }, 'unclear', 'beforeOrder'],
    ['deliveryOn', { deliveryOn: '2026-03-11' }, 'unclear', 'past'],
    ['clerk', { clerk: '' }, 'missing'],
  ])('%s: %o', (field, facts, why, because?: string) => {
    expect(missingIn({ ...whole, ...facts }, lines, '2026-03-12')).toEqual([
      { field, why, ...(because && { because }) },
    ])
  })

  test('no line: the product', () => {
    expect(missingIn(whole, [])).toEqual([{ field: 'product', why: 'missing' }])
  })
})

test.each([
  ['1299', 129900],
  ['1,299.00', 129900],
  ['¥1299.5', 129950],
  ['１２９９．００元', 129900],
  ['0', 0],
  ['0.05', 5],
  ['1299.005', null],
  ['-1', null],
  ['twelve', null],
  ['', null],
  ['999999999', null],
])('a price of %s', (typed, minor) => {
  expect(priceOf(typed)).toBe(minor)
})

test.each([
  ['2', 2],
  ['2.0', 2],
  ['０２', 2],
  ['0', null],
  ['2.5', null],
  ['10000', null],
  ['', null],
])('a quantity of %s', (typed, pieces) => {
  expect(quantityOf(typed)).toBe(pieces)
})

test('numbers of contracts are kept in capitals and never look like our own addresses', () => {
  expect(contractNumber(' xs2611-01２４ ')).toBe('XS2611-0124')
  expect(isContractNumber('沪XS-0124')).toBe(true)
  for (const no of ['', 'NEW', 'IMPORT', '../1', 'A/1', 'a b', '-1', `1${'0'.repeat(40)}`]) {
    expect([no, isContractNumber(no)]).toEqual([no, false])
  }
})

test('BK-5 the last check is today’s once its time has come, until then yesterday’s', () => {
  expect(lastCheck(new Date('2026-03-10T08:59:00Z'), '17:00')).toEqual(
    new Date('2026-03-09T09:00:00Z'),
  )
  expect(lastCheck(new Date('2026-03-10T09:00:00Z'), '17:00')).toEqual(
    new Date('2026-03-10T09:00:00Z'),
  )
})
