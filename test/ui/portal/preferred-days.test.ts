import { expect, test } from 'vitest'
import { formatter } from '#app/i18n/format.ts'
import { readPreferredDays, sayPreferredDays } from '#app/i18n/preferred-days.ts'
import { translate } from '#app/i18n/translator.server.ts'

const kept = '2026-11-25:pm,2026-11-24:am,2026-11-25:am,2026-11-25:eve,来之前先打电话,谢谢'
const now = new Date('2026-11-21T02:00:00Z')

test('chosen parts of days and own words are told apart', () => {
  expect(readPreferredDays(kept)).toMatchObject({ words: '来之前先打电话,谢谢' })
  expect(readPreferredDays(kept).chosen).toHaveLength(4)
  expect(readPreferredDays('工作日下午')).toEqual({ chosen: [], words: '工作日下午' })
  expect(readPreferredDays('')).toEqual({ chosen: [], words: '' })
})

test('they are said in the reader’s language, the company’s days', () => {
  const say = (locale: 'zh-CN' | 'en', zone: string) =>
    sayPreferredDays(kept, translate(locale), formatter(locale, zone, now))
  expect(say('zh-CN', 'Asia/Shanghai')).toEqual([
    '11月24日 周二上午',
    '11月25日 周三全天',
    '来之前先打电话,谢谢',
  ])
  expect(say('en', 'America/Los_Angeles')).toEqual([
    'Tue 24 Nov, morning',
    'Wed 25 Nov, all day',
    '来之前先打电话,谢谢',
  ])
})
