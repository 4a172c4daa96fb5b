import { desc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { ArticleForm, ChangeArticleForm } from '#app/domain/knowledge/article-form.ts'
import {
  articleSubject,
  changeArticle,
  draftOfTicket,
  matchArticles,
  publishArticle,
  readArticle,
  readPublicAnswer,
  retireArticle,
  writeArticle,
} from '#app/domain/knowledge/index.server.ts'
import { auditLog } from '#db/schema/accounts.ts'
import { articles } from '#db/schema/knowledge.ts'
import { anArticle } from '#test/factories/articles.ts'
import { anonymous, contextOf } from '#test/factories/context.ts'
import { only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aProduct } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const clerk = async () => contextOf(database.db, await aColleague(database.db, 'desk'))
const stored = async (slug: string) =>
  only(await database.db.select().from(articles).where(eq(articles.slug, slug)))

const complete = {
  titleZh: '抽屉卡住了',
  titleEn: 'A drawer is stuck',
  problemZh: '拉不出来',
  solutionZh: '抬起来清一清滑轨',
  solutionEn: 'Lift it off and clear the runners',
  audience: 'public',
  categories: ['door'],
}
const form = (facts: object = {}) => ArticleForm.parse({ ...complete, ...facts })
const change = (version: number, facts: object = {}) =>
  ChangeArticleForm.parse({ ...complete, ...facts, version })

describe('KB-1 an answer is written', () => {
  test('as a draft that is found by its words and products; who wrote it is kept', async () => {
    const ctx = await clerk()
    const product = await aProduct(database.db)
    const slug = await writeArticle(ctx, form({ models: ` ${product.model.toLowerCase()}，` }))
    expect(slug).toBe('a-drawer-is-stuck')
    const article = await stored(slug)
    expect(article).toMatchObject({
      status: 'draft',
      version: 1,
      productIds: [product.id],
      categories: ['door'],
      createdBy: ctx.actor.id,
    })
    expect(article.words).toContain("'抽屉'")
    const [entry] = await database.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, articleSubject(article.id)))
    expect(entry).toMatchObject({ action: 'article_changed', actorId: ctx.actor.id })
  })

  test('with other words that people say for it: found by them once it is published', async () => {
    const ctx = await clerk()
    const also = { alsoZh: '罗汉床，榻', alsoEn: 'daybed chaise' }
    const slug = await writeArticle(ctx, form({ titleEn: 'A daybed', ...also }))
    expect(await stored(slug)).toMatchObject(also)
    await publishArticle(ctx, slug, { version: 1 })
    const found = async (text: string) =>
      (await matchArticles(ctx, { text }, { limit: 3, box: true })).map((one) => one.slug)
    expect(await found('罗汉床')).toEqual([slug])
    await changeArticle(ctx, slug, change(2, { titleEn: 'A daybed', alsoEn: 'chaise longue' }))
    expect(await found('罗汉床')).toEqual([])
    expect(await found('chaises')).toEqual([slug])
    await expect(
      changeArticle(ctx, slug, change(2, { titleEn: 'A daybed', ...also })),
    ).rejects.toMatchObject({ code: 'articleChanged' })
  })

  test('once when it is sent twice, also at once', async () => {
    const ctx = await clerk()
    const asked = form({ titleEn: 'Sent twice at once' })
    const slugs = await Promise.all([1, 2, 3, 4].map(() => writeArticle(ctx, asked)))
    expect(new Set(slugs)).toEqual(new Set(['sent-twice-at-once']))
    const other = await writeArticle(await clerk(), asked)
    expect(other).toBe('sent-twice-at-once-2')
  })

  test('in either language, never without a title; of models and categories there are', async () => {
    expect(ArticleForm.safeParse({ audience: 'public' }).success).toBe(false)
    const ctx = await clerk()
    const slug = await writeArticle(ctx, form({ titleEn: '' }))
    expect(slug).toMatch(/^answer(-\d+)?$/)
    await expect(writeArticle(ctx, form({ models: 'NO-SUCH' }))).rejects.toMatchObject({
      code: 'productUnknown',
    })
    await expect(writeArticle(ctx, form({ categories: ['nothing'] }))).rejects.toMatchObject({
      code: 'categoryGone',
    })
  })

  test('by the desk and its manager, by nobody else', async () => {
    for (const role of ['caller', 'store_manager', 'crew', 'admin'] as const) {
      const ctx = contextOf(database.db, await aColleague(database.db, role))
      await expect(writeArticle(ctx, form())).rejects.toMatchObject({ kind: 'forbidden' })
    }
  })
})

describe('KB-1 a solved ticket becomes an answer', () => {
  const solved = (facts: object = {}) =>
    aTicket(database.db, {
      status: 'resolved',
      solution: '换了铰链',
      category: 'door',
      resolvedAt: new Date('2026-03-10T03:00:00Z'),
      ...facts,
    })

  test('in one step: its words are there, in its own language', async () => {
    const ctx = await clerk()
    const product = await aProduct(database.db)
    const ticket = await solved({ productId: product.id })
    const draft = await draftOfTicket(ctx, ticket.number)
    expect(draft).toMatchObject({
      problemZh: ticket.description,
      problemEn: '',
      solutionZh: '换了铰链',
      categories: ['door'],
      models: product.model,
    })
    const slug = await writeArticle(ctx, ArticleForm.parse(draft))
    expect((await readArticle(ctx, slug)).from).toBe(ticket.number)
    expect(await writeArticle(ctx, ArticleForm.parse(draft))).toBe(slug)
    const again = ArticleForm.parse({ ...draft, titleZh: '又一条' })
    await expect(writeArticle(ctx, again)).rejects.toMatchObject({ code: 'articleOfTicketThere' })
  })

  test('English stays English; an open ticket teaches nothing yet', async () => {
    const ctx = await clerk()
    const ticket = await solved({ description: 'Door stuck', solution: 'New hinge', locale: 'en' })
    expect(await draftOfTicket(ctx, ticket.number)).toMatchObject({
      titleEn: 'Door stuck',
      solutionEn: 'New hinge',
      solutionZh: '',
    })
    const open = await aTicket(database.db)
    const refusal = { code: 'ticketUnsolved' }
    await expect(draftOfTicket(ctx, open.number)).rejects.toMatchObject(refusal)
    await expect(writeArticle(ctx, form({ ticket: open.number }))).rejects.toMatchObject(refusal)
  })
})

describe('KB-1 an answer is published', () => {
  test('for everybody in both languages; once; its address stays after that', async () => {
    const ctx = await clerk()
    const slug = await writeArticle(ctx, form({ titleEn: 'Published once' }))
    const visitor = contextOf(database.db, anonymous)
    await expect(readPublicAnswer(visitor, slug)).rejects.toMatchObject({ kind: 'not_found' })
    await publishArticle(ctx, slug, { version: 1 })
    await publishArticle(ctx, slug, { version: 1 })
    expect((await readPublicAnswer(visitor, slug)).article.version).toBe(2)
    const name = await changeArticle(ctx, slug, change(2, { titleEn: 'Another title' }))
    expect(name).toBe(slug)
  })

  test('not while a language is missing, and a published one never loses one', async () => {
    const ctx = await clerk()
    const slug = await writeArticle(ctx, form({ titleEn: 'Half done', solutionEn: '' }))
    const refusal = { code: 'articleUnfinished' }
    await expect(publishArticle(ctx, slug, { version: 1 })).rejects.toMatchObject(refusal)
    await changeArticle(ctx, slug, change(1, { titleEn: 'Half done' }))
    await publishArticle(ctx, slug, { version: 2 })
    const emptied = change(3, { titleEn: 'Half done', solutionZh: '' })
    await expect(changeArticle(ctx, slug, emptied)).rejects.toMatchObject(refusal)
  })

  test('never with a customer in it', async () => {
    const ctx = await clerk()
    const ticket = await aTicket(database.db, {
      status: 'closed',
      solution: '好了',
      name: '欧阳海棠',
      resolvedAt: new Date(),
      closedAt: new Date(),
    })
    const refusal = { code: 'articlePersonal' }
    const said = { titleEn: 'Names nobody', problemZh: '欧阳海棠家的门', ticket: ticket.number }
    const slug = await writeArticle(ctx, form(said))
    await expect(publishArticle(ctx, slug, { version: 1 })).rejects.toMatchObject(refusal)
    const phoned = change(1, { titleEn: 'Names nobody', problemZh: '请打 138 0000 1234' })
    await changeArticle(ctx, slug, phoned)
    await expect(publishArticle(ctx, slug, { version: 2 })).rejects.toMatchObject(refusal)
    const forUs = { ...said, audience: 'staff' }
    await changeArticle(ctx, slug, change(2, forUs))
    await publishArticle(ctx, slug, { version: 3 })
    const visitor = contextOf(database.db, anonymous)
    await expect(readPublicAnswer(visitor, slug)).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('retired, nobody but its writers sees it, and it can be published again', async () => {
    const ctx = await clerk()
    const { slug } = await anArticle(database.db)
    await retireArticle(ctx, slug, { version: 1 })
    await retireArticle(ctx, slug, { version: 1 })
    const reader = contextOf(database.db, await aColleague(database.db, 'dispatcher'))
    await expect(readArticle(reader, slug)).rejects.toMatchObject({ kind: 'not_found' })
    expect((await readArticle(ctx, slug)).article).toMatchObject({ status: 'retired', version: 2 })
    await publishArticle(ctx, slug, { version: 2 })
    expect((await readArticle(reader, slug)).article.status).toBe('published')
    await expect(retireArticle(reader, slug, { version: 3 })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(publishArticle(reader, slug, { version: 3 })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})

describe('Q-6 an answer that a colleague changed meanwhile', () => {
  test('is not overwritten; the same words twice are one change', async () => {
    const ctx = await clerk()
    const slug = await writeArticle(ctx, form({ titleEn: 'Changed by two' }))
    const first = change(1, { titleEn: 'Changed by two', causeZh: '滑轨变形' })
    await changeArticle(ctx, slug, first)
    await changeArticle(ctx, slug, first)
    const stale = change(1, { titleEn: 'Changed by two', causeZh: '别的原因' })
    const refusal = { code: 'articleChanged' }
    await expect(changeArticle(ctx, slug, stale)).rejects.toMatchObject(refusal)
    await expect(publishArticle(ctx, slug, { version: 1 })).rejects.toMatchObject(refusal)
    const { id, version, causeZh } = await stored(slug)
    expect({ version, causeZh }).toEqual({ version: 2, causeZh: '滑轨变形' })
    const [last] = await database.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, articleSubject(id)))
      .orderBy(desc(auditLog.id))
    expect(JSON.parse(last!.data ?? '')).toEqual({ causeZh: ['', '滑轨变形'] })
    const other = contextOf(database.db, await aColleague(database.db, 'caller'))
    await expect(changeArticle(other, slug, stale)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
