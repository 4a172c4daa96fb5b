import { expect, test } from 'vitest'
import { pinyinOf } from '#app/domain/search/pinyin.server.ts'
import { asked, phoneMarks, tsvector, wordsOf } from '#app/domain/search/words.ts'

test('a text is pairs of Chinese characters, whole words of other scripts, and what hyphens join', () => {
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
    'sf2080',
  ])
})

test('each word is there once per weight; a quote is a sign like others', () => {
  expect(
    tsvector({
      texts: [
        { text: "O'Brien 沙发", weight: 'A' },
        { text: '沙发', weight: 'C' },
      ],
      marks: [{ mark: 'py:lxl', weight: 'A' }],
    }),
  ).toBe("'o':1A 'brien':1A '沙发':1A,2C '发':1A,2C 'py:lxl':1A")
})

test('all that was typed is wanted: Chinese as it stands, Latin by its beginning or as pinyin, digits also by the end', () => {
  expect(asked('沙发腿 lxl 4066')).toMatchObject({
    query: "('沙发' & '发腿') & ('lxl':* | 'py:lxl':*) & ('4066':* | 'ph:6604':*)",
    phrases: ['沙发腿'],
    words: ['沙发腿', 'lxl', '4066'],
  })
  expect(asked('ＳＯＦＡ 沙').query).toBe("('sofa':* | 'py:sofa':*) & '沙':*")
  expect(asked('é').query).toBe("'e':*")
  expect(asked(' !! ')).toMatchObject({ query: null, phrases: [], words: [] })
  expect(asked("';drop").query).toBe("('drop':* | 'py:drop':*)")
})

test('a telephone number is one in any spelling; an order number with or without its hyphens', () => {
  for (const typed of ['138 0000 4217', '13800004217', '138-0000-4217']) {
    expect(asked(typed).query, typed).toContain("'ph:71240000831':*")
  }
  expect(asked('(020) 7946 0958').query).toContain("'ph:8590649702':*")
  expect(asked('DD-2024-001').query).toContain("'dd2024001':*")
  expect(asked('R100042-7').query).toBe("'r1000427'")
  expect(phoneMarks('+8613800004217')).toEqual(['ph:7124000083168', '8613800004217', '13800004217'])
})

test('weights narrow where the words may stand', () => {
  expect(asked('沙发 sf').queryIn('AB')).toBe("'沙发':AB & ('sf':*AB | 'py:sf':*AB)")
})

test('names by pinyin: whole and initials, of the given name too, the surname in its own reading and the everyday one, ü as v or u', () => {
  expect(pinyinOf('李雪莲')).toEqual(['lixuelian', 'lxl', 'xuelian', 'xl'])
  expect(pinyinOf('曾小单')).toEqual(
    expect.arrayContaining(['zengxiaodan', 'zxd', 'cengxiaodan', 'cxd']),
  )
  expect(pinyinOf('吕女士')).toEqual(expect.arrayContaining(['lvnvshi', 'lunushi', 'lns']))
  expect(pinyinOf('Mary Wang')).toEqual([])
})
