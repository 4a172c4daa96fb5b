import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  helpAnswers,
  listArticles,
  matchArticles,
  type Matter,
  topAnswers,
} from '#app/domain/knowledge/index.server.ts'
import { termsOf } from '#app/domain/knowledge/terms.server.ts'
import { loadAnswers } from '#db/seed/answers.server.ts'
import { publicAnswers } from '#db/seed/texts/answers.ts'
import { articles } from '#db/schema/knowledge.ts'
import { anArticle } from '#test/factories/articles.ts'
import { anonymous, contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aProduct } from '#test/factories/stores.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const visitor = () => contextOf(database.db, anonymous)
const slugs = async (matter: Matter, box = false) =>
  (await matchArticles(visitor(), matter, { limit: 3, box })).map(({ slug }) => slug)

beforeAll(() => loadAnswers(database.db, { now: tuesdayMorning }))

describe('KB-1 a new company begins with answers', () => {
  test('published for everybody, the most asked first, once however often it starts', async () => {
    await Promise.all([1, 2].map(() => loadAnswers(database.db, { now: tuesdayMorning })))
    const rows = await database.db.select().from(articles)
    expect(rows.length).toBe(publicAnswers.length)
    expect(
      rows.every(({ status, audience }) => `${status} ${audience}` === 'published public'),
    ).toBe(true)
    expect((await topAnswers(visitor(), 2)).map(({ slug }) => slug)).toEqual([
      'after-delivery',
      'cabinet-door',
    ])
  })
})

describe('KB-1 answers are found', () => {
  test.each([
    ['抽屉卡住', 'stuck-drawer'],
    ['柜门关不严', 'cabinet-door'],
    ['收费', 'cost'],
    ['stuck drawers', 'stuck-drawer'],
    ['WARRANTY', 'cost'],
    ['wobbling chairs', 'creaks-and-wobbles'],
  ])('by words in either language: %s', async (typed, slug) => {
    expect((await slugs({ text: typed }, true))[0]).toBe(slug)
  })

  test('by nothing that is nowhere, and nothing typed breaks them', async () => {
    expect(await slugs({ text: '飞机票' }, true)).toEqual([])
    expect(await slugs({ text: "'; drop table tickets; -- :* & | !" }, true)).toEqual([])
    expect(await slugs({ text: '  ，' }, true)).toEqual([])
  })

  test('in what a customer describes, with what is wrong chosen', async () => {
    const text = '厨房的抽屉昨天开始拉不出来，推也推不到底'
    expect((await slugs({ text, category: 'door' }))[0]).toBe('stuck-drawer')
    expect(await slugs({ text: '客厅的地板颜色我不太喜欢', category: 'other' })).toEqual([])
    expect(await slugs({ category: 'loose' })).toContain('creaks-and-wobbles')
    expect(await slugs({})).toEqual([])
    expect(await slugs({ text: '修完三天又坏了。师傅走的时候木屑也没扫' })).toEqual([])
  })

  test('about a product before others, and never about another product', async () => {
    const [mine, other] = [await aProduct(database.db), await aProduct(database.db)]
    const about = { titleZh: '淋浴房漏水', solutionZh: '换密封条', titleEn: 'Shower leaks' }
    const ours = await anArticle(database.db, { ...about, productIds: [mine.id] })
    const theirs = await anArticle(database.db, { ...about, productIds: [other.id] })
    const found = await slugs({ text: '淋浴房下面漏水', productId: mine.id })
    expect(found[0]).toBe(ours.slug)
    expect(found).not.toContain(theirs.slug)
    const helped = await helpAnswers(visitor(), {
      text: '漏水',
      category: null,
      productId: other.id,
    })
    const helpful = helped.found.map(({ slug }) => slug)
    expect(helpful[0]).toBe(theirs.slug)
    expect(helpful).not.toContain(ours.slug)
  })

  test('among equals what solved more comes first', async () => {
    const said = {
      titleZh: '灯带不亮',
      solutionZh: '重新插一次插头',
      titleEn: 'Light strip is off',
    }
    await anArticle(database.db, said)
    const better = await anArticle(database.db, { ...said, solved: 7 })
    expect((await slugs({ text: '灯带不亮' }, true))[0]).toBe(better.slug)
  })
})

describe('Q-12 whose eyes an answer is for', () => {
  test('customers find no draft, nothing retired, nothing for colleagues', async () => {
    const said = { titleZh: '油烟机异味', solutionZh: '清洗滤网', titleEn: 'Hood smells' }
    await anArticle(database.db, { ...said, status: 'draft' })
    await anArticle(database.db, { ...said, status: 'retired' })
    const ours = await anArticle(database.db, { ...said, audience: 'staff' })
    expect(await slugs({ text: '油烟机异味' }, true)).toEqual([])
    const all = await helpAnswers(visitor(), { text: '', category: null, productId: null })
    expect(all.found.map(({ slug }) => slug)).not.toContain(ours.slug)
    const crew = contextOf(database.db, await aColleague(database.db, 'crew'))
    const seen = await matchArticles(crew, { text: '油烟机异味' }, { limit: 5, box: true })
    expect(seen.map(({ slug }) => slug)).toEqual([ours.slug])
  })

  test('the list shows drafts to those who write', async () => {
    const draft = await anArticle(database.db, { status: 'draft', titleZh: '镀膜脱落' })
    const query = { text: '镀膜脱落', status: null, audience: null, category: null, after: null }
    const desk = contextOf(database.db, await aColleague(database.db, 'desk'))
    const reader = contextOf(database.db, await aColleague(database.db, 'caller'))
    const words = async (ctx: typeof desk) =>
      (await listArticles(ctx, query)).rows.map(({ slug }) => slug)
    expect(await words(desk)).toEqual([draft.slug])
    expect(await words(reader)).toEqual([])
  })
})

describe('KB-1 the answers kept at hand', () => {
  const change = (id: number, facts: Partial<typeof articles.$inferInsert>) =>
    database.db
      .update(articles)
      .set({ ...facts, version: sql`${articles.version} + 1` })
      .where(eq(articles.id, id))

  test('are those that are published now: changed, retired and published again', async () => {
    const said = { titleZh: '鞋柜翻板掉落', solutionZh: '重新扣上', titleEn: 'Shoe rack' }
    const { id, slug } = await anArticle(database.db, said)
    expect(await slugs({ text: '翻板' }, true)).toEqual([slug])
    await change(id, { titleZh: '壁床放不下' })
    expect(await slugs({ text: '翻板' }, true)).toEqual([])
    expect(await slugs({ text: '壁床' }, true)).toEqual([slug])
    await change(id, { status: 'retired' })
    expect(await slugs({ text: '壁床' }, true)).toEqual([])
    await change(id, { status: 'published' })
    const many = await Promise.all(Array.from({ length: 8 }, () => slugs({ text: '壁床' }, true)))
    expect(many).toEqual(Array.from({ length: 8 }, () => [slug]))
  })

  test('where nothing is found, what comes nearest is offered as such', async () => {
    const asked = { text: '沙发颜色褪色发黄变黑', category: null, productId: null }
    const { found, near } = await helpAnswers(visitor(), asked)
    expect(found).toEqual([])
    expect(near.map(({ slug }) => slug)).toContain('torn-upholstery')
    const none = await helpAnswers(visitor(), { ...asked, text: '飞机票' })
    expect([none.found, none.near]).toEqual([[], []])
  })
})

test('KB-1 the list of all answers is searched by what a search speaks of', () => {
  expect(termsOf('我家的抽屉')).toEqual(["'抽屉'"])
  expect(termsOf('The drawers are wobbling')).toEqual(["'drawer':*", "'wobbl':*"])
  expect(termsOf('坏')).toEqual(["'坏':*"])
  expect(termsOf('torn')).toEqual(["'tear':* | 'torn':*"])
  expect(termsOf('a'.repeat(5000)).every((term) => term.length < 60)).toBe(true)
})
