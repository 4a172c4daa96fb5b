import { expect, test } from 'vitest'
import { formatter } from '#app/i18n/format.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { valueWords } from '#app/routes/console/bookings/history-words.ts'
import { patternText } from '#app/domain/crews/shifts-form.ts'
import { weekdays } from '#app/domain/crews/rotation.ts'

const words = (locale: 'zh-CN' | 'en') => ({
  t: translate(locale),
  format: formatter(locale, 'Asia/Shanghai', '2026-03-10T02:00:00Z'),
  nameOf: (name: string) => (locale === 'en' && name === '姑苏区' ? 'Gusu' : name),
  categoryName: (key: string) => ({ door: '门', other: '其他' })[key] ?? key,
})
const pattern = (weeks: number) =>
  patternText({
    rotationWeeks: weeks,
    rotationFrom: '2026-01-05',
    hours: Array.from({ length: weeks }, (_, i) =>
      weekdays.map((weekday) => ({
        week: i + 1,
        weekday,
        hours:
          weekday === 7 || (i === 1 && weekday < 6)
            ? []
            : [{ from: '08:00', to: weekday === 6 ? '12:00' : '17:30' }],
      })),
    ).flat(),
  })

test.each([
  ['zh-CN', 'shifts', pattern(1), '每周一样；周一至周五 08:00–17:30、周六 08:00–12:00'],
  [
    'en',
    'shifts',
    pattern(2),
    'rotates over 2 weeks from 5 January 2026; Week 1 Monday to Friday 08:00–17:30, Saturday 08:00–12:00; Week 2 Saturday 08:00–12:00',
  ],
  ['zh-CN', 'exception', '2026-11-28 – 培训', '2026年11月28日 休 培训'],
  ['en', 'exception', '2026-11-28 09:00–12:00', '28 November 2026 09:00–12:00'],
  ['en', 'holiday', '2026-12-12 盘点 / Stocktaking', '12 December 2026 Stocktaking'],
  ['en', 'areas', '姑苏区, 虎丘区', 'Gusu, 虎丘区'],
  ['zh-CN', 'durationMinutes', '90', '90 分钟'],
  ['zh-CN', 'nameZh', '姑苏一组', '姑苏一组'],
  ['zh-CN', 'bookableCategories', 'door, other', '门、其他'],
  ['en', 'item', '缝隙 / Gap | must | 1..3 mm', 'Gap · Must · 1–3 mm'],
  ['zh-CN', 'item', '穿鞋套 / Shoe covers on', '穿鞋套'],
  ['en', 'line', '3. 缝隙 / Gap', '3. Gap'],
] as const)('in %s the log’s %s %j reads %j', (locale, field, value, said) => {
  expect(valueWords(words(locale), field, value)).toBe(said)
})
