import { expect, test } from 'vitest'
import { translate } from '#app/i18n/translator.server.ts'
import { allAnswers, findAnswers } from '#app/routes/portal/answers.ts'

const zh = allAnswers(translate('zh-CN'))
const en = allAnswers(translate('en'))
const first = (answers: typeof zh, query: string) => findAnswers(answers, query)[0]?.question

test('an answer is found by words in either language', () => {
  expect(first(zh, '抽屉卡住')).toBe('抽屉卡住了怎么办？')
  expect(first(zh, '柜门关不严')).toBe('柜门关不严，自己能调吗？')
  expect(first(zh, '收费')).toBe('上门要收费吗？')
  expect(first(en, 'stuck drawer')).toBe('What can I do about a stuck drawer?')
  expect(first(en, 'WARRANTY')).toBe('Does a visit cost anything?')
})

test('no words find all, words that are nowhere find none', () => {
  expect(findAnswers(zh, '  ，')).toEqual(zh)
  expect(findAnswers(zh, '飞机票')).toEqual([])
  expect(findAnswers(en, "'; drop table tickets; --")).toEqual([])
})
