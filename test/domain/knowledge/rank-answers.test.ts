import { expect, test, describe } from 'vitest'
import {
  dropAnswer,
  emptyIndex,
  fitsIn,
  putAnswer,
} from '#app/domain/knowledge/answer-index.server.ts'
import { englishStem } from '#app/domain/knowledge/english-stem.ts'
import { isOneTypo } from '#app/domain/knowledge/one-typo.ts'
import { partsAsked } from '#app/domain/knowledge/parts-of-text.server.ts'
import { rankAnswers } from '#app/domain/knowledge/rank-answers.server.ts'
import { publicAnswers } from '#db/seed/texts/answers.ts'
import { searches } from './words-people-say.ts'

const index = emptyIndex()
const offered = publicAnswers.map(({ zh, en, categories = [] }, id) => {
  putAnswer(index, id, [
    ['title', `${zh.title}\n${en.title}`],
    ['also', `${zh.also}\n${en.also}`],
    ['problem', `${zh.problem ?? ''}\n${en.problem ?? ''}`],
    ['cause', `${zh.cause ?? ''}\n${en.cause ?? ''}`],
    ['solution', `${zh.solution}\n${en.solution}`],
  ])
  return { id, categories, productIds: [] }
})
const ranked = (text: string, category: string | null = null, search = true) => {
  const { best, sure } = rankAnswers(index, offered, { text, category }, { search })
  const slugs = best.sort((a, b) => b.fit - a.fit).map(({ id }) => publicAnswers[id]!.slug)
  return { slugs, sure }
}

describe('KB-1 answers are found in the words people say', () => {
  test.each(searches)('%s: %s', (typed, slug) => {
    expect(ranked(typed).slugs[0] ?? null).toBe(slug)
  })

  test('what is asked for in its own words is sure, and a word in passing is not', () => {
    expect(ranked('squeaking door').sure).toBe(true)
    expect(ranked('抽屉卡住').sure).toBe(true)
    expect(ranked('screwdriver').sure).toBe(false)
  })

  test('a sentence has what it speaks of, then what is of its kind', () => {
    const said = '厨房的抽屉昨天开始拉不出来，推也推不到底'
    const { slugs } = ranked(said, 'door', false)
    expect(slugs[0]).toBe('stuck-drawer')
    expect(slugs).toContain('cabinet-door')
    expect(ranked('修完三天又坏了。师傅走的时候木屑也没扫', null, false).slugs).toEqual([])
    expect(ranked('The technician was late and rude to my mother', null, false).slugs).toEqual([])
    const letter = `${said}。${'我们一家五口人都很着急，孩子们的衣服都在里面。'.repeat(5)}`
    expect(ranked(letter, null, false).slugs[0]).toBe('stuck-drawer')
  })

  test('an answer that is no longer there is not found', () => {
    const own = emptyIndex()
    putAnswer(own, 1, [['title', '灯带不亮 light']])
    expect(fitsIn(own, 'lights').map(({ id }) => id)).toEqual([1])
    dropAnswer(own, 1)
    expect([fitsIn(own, 'light'), fitsIn(own, 'lihgt'), own.places.size]).toEqual([[], [], 0])
  })
})

test('KB-1 the forms of an English word are one', () => {
  for (const forms of [
    'squeak squeaks squeaking squeaky squeaked',
    'hinge hinges',
    'swell swells swelled swelling swollen',
    'tear tears torn tearing',
    'scratch scratches scratched',
    'glass glasses',
    'ring rings',
    'noise noisy noises',
  ])
    expect(new Set(forms.split(' ').map(englishStem)).size, forms).toBe(1)
})

test('KB-1 one letter may be wrong, missing, too many or swapped, and no more', () => {
  for (const typed of ['squek', 'squeaak', 'squaek', 'squeat'])
    expect(isOneTypo(typed, 'squeak'), typed).toBe(true)
  for (const typed of ['squeak', 'sqek', 'squeaking', 'quaeks'])
    expect(isOneTypo(typed, 'squeak'), typed).toBe(false)
})

test('KB-1 what is said of any matter asks for nothing', () => {
  const firm = (text: string) => partsAsked(text).flatMap(({ part, firm }) => (firm ? [part] : []))
  expect(firm('我家的抽屉怎么办')).toEqual(['抽屉'])
  expect(firm('What can I do about it?')).toEqual([])
  expect(firm('请问师傅今天可以上门吗')).toEqual([])
  expect(firm('，。 !')).toEqual([])
})

/** Of this process alone, so that what else runs does not count. */
const busy = () => process.cpuUsage().user / 1000

test('KB-1 among two thousand answers one is found in a moment', () => {
  const many = emptyIndex()
  const begun = busy()
  for (let id = 0; id < 2000; id++) {
    const { zh, en } = publicAnswers[id % publicAnswers.length]!
    putAnswer(many, id, [
      ['title', `${zh.title} ${id} ${en.title} no${id}`],
      ['also', `${zh.also} ${en.also}`],
      ['solution', `${zh.solution} ${en.solution}`],
    ])
  }
  const built = busy()
  for (let i = 0; i < 20; i++)
    fitsIn(many, `厨房的抽屉昨天开始拉不出来 the drawr is stuk in the kichen ${i}`)
  expect(built - begun).toBeLessThan(6000)
  expect((busy() - built) / 20).toBeLessThan(60)
})
