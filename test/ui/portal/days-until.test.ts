import { expect, test } from 'vitest'
import { formatter } from '#app/i18n/format.ts'

/** Sunday 22 November, 11:10 in Shanghai. */
const now = '2026-11-22T03:10:00Z'

test.each([
  ['2026-11-22T15:00:00Z', '今天', 'today'],
  ['2026-11-23T00:30:00Z', '明天', 'tomorrow'],
  ['2026-11-23T10:00:00Z', '明天', 'tomorrow'],
  ['2026-11-24T00:30:00Z', '后天', 'in 2 days'],
  ['2026-11-27T02:30:00Z', '5 天后', 'in 5 days'],
])('a day to come is counted in the company’s days: %s', (day, zh, en) => {
  expect(formatter('zh-CN', 'Asia/Shanghai', now).daysUntil(day)).toBe(zh)
  expect(formatter('en', 'Asia/Shanghai', now).daysUntil(day)).toBe(en)
})
