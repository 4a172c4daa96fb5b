import { describe, expect, test } from 'vitest'
import { remedies } from '#db/vocabulary/returns.ts'
import { costsDecided } from '#app/domain/returns/costs-decided.ts'
import { isAtLeast, levelFor, levelOf, totalOf, usualCosts } from '#app/domain/returns/costs.ts'

const rates = {
  goodsShare: 0.6,
  partShare: 0.25,
  residualShare: 0.15,
  carriage: 13_000,
  visit: 18_000,
  repairVisit: 36_000,
}
const limits = { desk: 300_000, general: 1_000_000 }
const nothingTyped = {
  amount: null,
  goods: null,
  residual: null,
  freight: null,
  labour: null,
  charged: null,
}

describe('RX-3 what a way costs', () => {
  test('is goods, carriage, visit and what goes back, less what the original is worth and the customer bears', () => {
    expect(usualCosts('exchange', 568_000, rates)).toEqual({
      goods: 340_800,
      residual: -85_200,
      freight: 26_000,
      labour: 18_000,
      refund: 0,
      charged: 0,
    })
    const costs = { ...usualCosts('refund', 568_000, rates), charged: 10_000 }
    expect(totalOf(costs)).toBe(-85_200 + 13_000 + 18_000 + 568_000 - 10_000)
  })

  test.each(remedies)('%s is in whole minor units, also of an odd price', (remedy) => {
    const costs = Object.values(usualCosts(remedy, 33_333, rates))
    expect(costs.every(Number.isInteger)).toBe(true)
    expect(costs.some((line) => Object.is(line, -0))).toBe(false)
  })

  test('what was typed takes the place of what is usual, line by line', () => {
    const typed = { ...nothingTyped, remedy: 'refund', amount: 400_000, residual: 50_000 } as const
    expect(costsDecided(typed, 568_000, rates)).toMatchObject({
      refund: 400_000,
      residual: -50_000,
      freight: 13_000,
    })
  })

  test('a way that gives no money back carries none, whatever the form still holds', () => {
    const typed = { ...nothingTyped, remedy: 'exchange', amount: 400_000 } as const
    expect(costsDecided(typed, 568_000, rates).refund).toBe(0)
  })
})

describe('RX-2 whose signature it needs', () => {
  test.each([
    ['exchange', 300_000, 'desk'],
    ['exchange', 300_001, 'manager'],
    ['exchange', 1_000_001, 'general'],
    ['refund', 1, 'manager'],
    ['discount', 1, 'manager'],
    ['refund', 1_000_001, 'general'],
    ['reject', 0, 'desk'],
  ] as const)('%s at %i: %s', (remedy, total, level) => {
    expect(levelFor(remedy, total, limits)).toBe(level)
  })

  test('a level lets stand what needs it or one below', () => {
    expect(isAtLeast('general', 'manager')).toBe(true)
    expect(isAtLeast('manager', 'general')).toBe(false)
    expect(levelOf(['desk', 'aftersales_manager'])).toBe('manager')
    expect(levelOf(['general_manager'])).toBe('general')
    expect(levelOf(['desk'])).toBe('desk')
  })
})
