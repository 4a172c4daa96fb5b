import { expect, test } from 'vitest'
import { asked, tsvector, wordsOf } from '#app/domain/search/words.ts'
test('words', () => {
  expect(wordsOf('真皮沙发 SF-2080，扶手开裂')).toEqual([
    '真皮',
    '皮沙',
    '沙发',
    '发',
    'sf',
    '2080',
    '扶手',
    '手开',
    '开裂',
    '裂',
  ])
  expect(
    tsvector({
      texts: [
        { text: "O'Brien 沙发", weight: 'A' },
        { text: '沙发', weight: 'C' },
      ],
      marks: [{ mark: 'py:lxl', weight: 'A' }],
    }),
  ).toBe("'o':1A 'brien':1A '沙发':1A,2C '发':1A,2C 'py:lxl':1A")
  expect(asked('沙发腿 lxl 4066')).toEqual({
    query: "'沙发' & '发腿' & ('lxl':* | 'py:lxl':*) & ('4066':* | 'ph:6604':*)",
    phrases: ['沙发腿'],
    words: ['沙发腿', 'lxl', '4066'],
  })
  expect(asked('ＳＯＦＡ 沙').query).toBe("('sofa':* | 'py:sofa':*) & '沙':*")
  expect(asked(' !! ')).toEqual({ query: null, phrases: [], words: [] })
})
