import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import {
  answersNamed,
  answersUsedOn,
  saidItSolved,
  useAnswer as countAnswer,
  useAnswerOnTicket as putOnTicket,
} from '#app/domain/knowledge/index.server.ts'
import { saveAnswers } from '#app/domain/tickets/index.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { articles, articleUses } from '#db/schema/knowledge.ts'
import { ticketEvents } from '#db/schema/tickets.ts'
import { anArticle } from '#test/factories/articles.ts'
import { anonymous, contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const visitor = () => contextOf(database.db, anonymous)
const solved = async (id: number) =>
  only(await database.db.select().from(articles).where(eq(articles.id, id))).solved
let n = 0
const said = (facts: object = {}) => ({
  reader: newToken(),
  draft: null,
  address: `192.0.2.${++n}`,
  ...facts,
})

describe('KB-1 “this solved it”', () => {
  test('counts once a reader and answer, also when pressed ten times at once', async () => {
    const [one, two] = [await anArticle(database.db), await anArticle(database.db)]
    const mine = said()
    await Promise.all(Array.from({ length: 10 }, () => countAnswer(visitor(), one.slug, mine)))
    await countAnswer(visitor(), two.slug, mine)
    await countAnswer(visitor(), one.slug, said())
    expect([await solved(one.id), await solved(two.id)]).toEqual([2, 1])
  })

  test('counts once a report, whichever answer it was; a report nobody began is a reader', async () => {
    const [one, two] = [await anArticle(database.db), await anArticle(database.db)]
    const draft = newToken()
    await saveAnswers(visitor(), draft, { product: '衣柜' })
    await countAnswer(visitor(), one.slug, said({ draft }))
    await countAnswer(visitor(), two.slug, said({ draft }))
    expect([await solved(one.id), await solved(two.id)]).toEqual([1, 0])
    await countAnswer(visitor(), two.slug, said({ draft: newToken() }))
    const places = await database.db
      .select({ place: articleUses.place, key: articleUses.key })
      .from(articleUses)
      .where(eq(articleUses.articleId, two.id))
    expect(places.map(({ place }) => place)).toEqual(['help'])
    expect(places.every(({ key }) => !key.includes(draft))).toBe(true)
  })

  test('is known of the reader and of the report it ended, and of nobody else', async () => {
    const [one, two] = [await anArticle(database.db), await anArticle(database.db)]
    const [mine, draft] = [said(), newToken()]
    const knows = (id: number, whose: { reader: string | null; draft: string | null }) =>
      saidItSolved(visitor(), id, whose)
    expect(await knows(one.id, mine)).toBeNull()
    await countAnswer(visitor(), one.slug, mine)
    expect(await knows(one.id, mine)).toEqual(tuesdayMorning)
    expect(await knows(two.id, mine)).toBeNull()
    expect(await knows(one.id, { reader: newToken(), draft: null })).toBeNull()
    expect(await knows(one.id, { reader: null, draft: null })).toBeNull()
    await saveAnswers(visitor(), draft, { product: '衣柜' })
    await countAnswer(visitor(), two.slug, said({ draft }))
    expect(await knows(one.id, { reader: null, draft })).toEqual(tuesdayMorning)
  })

  test('from one address counts no more than thirty times an hour', async () => {
    const { id, slug } = await anArticle(database.db)
    for (let i = 0; i < 33; i++) await countAnswer(visitor(), slug, said({ address: 'crowd' }))
    expect(await solved(id)).toBe(30)
  })

  test('says nothing of an answer that isn’t for everybody', async () => {
    const { id, slug } = await anArticle(database.db, { audience: 'staff' })
    await expect(countAnswer(visitor(), slug, said())).rejects.toMatchObject({ kind: 'not_found' })
    expect(await solved(id)).toBe(0)
  })
})

describe('KB-1 an answer that fits a ticket', () => {
  test('is an event of it and counts, once', async () => {
    const ctx = contextOf(database.db, await aColleague(database.db, 'desk'))
    const [article, ticket] = [await anArticle(database.db), await aTicket(database.db)]
    const form = { answer: article.slug }
    await Promise.all([1, 2, 3].map(() => putOnTicket(ctx, ticket.number, form)))
    expect(await solved(article.id)).toBe(1)
    const events = await database.db
      .select()
      .from(ticketEvents)
      .where(eq(ticketEvents.ticketId, ticket.id))
    expect(events.map(({ kind, data }) => [kind, data.answer])).toEqual([
      ['answer_used', article.slug],
    ])
  })

  test('is told from those the customer had tried', async () => {
    const ctx = contextOf(database.db, await aColleague(database.db, 'desk'))
    const [fits, tried] = [await anArticle(database.db), await anArticle(database.db)]
    const hidden = await anArticle(database.db, { status: 'retired' })
    const ticket = await aTicket(database.db)
    const names = [tried.slug, hidden.slug]
    await database.db.insert(ticketEvents).values({
      ticketId: ticket.id,
      kind: 'registered',
      actorKind: 'customer',
      at: tuesdayMorning,
      data: { channel: 'portal', tried: [...names, 7] },
    })
    await putOnTicket(ctx, ticket.number, { answer: fits.slug })
    expect(await answersUsedOn(ctx, ticket.id)).toEqual({ used: [fits.slug], tried: names })
    expect((await answersNamed(ctx, names)).map(({ slug }) => slug)).toContain(tried.slug)
    const caller = contextOf(database.db, await aColleague(database.db, 'caller'))
    expect((await answersNamed(caller, names)).map(({ slug }) => slug)).toEqual([tried.slug])
  })

  test('is a published one, on a ticket that goes on', async () => {
    const ctx = contextOf(database.db, await aColleague(database.db, 'desk'))
    const draft = await anArticle(database.db, { status: 'draft' })
    const ticket = await aTicket(database.db)
    await expect(putOnTicket(ctx, ticket.number, { answer: draft.slug })).rejects.toMatchObject({
      code: 'articleNotPublished',
    })
    const gone = await aTicket(database.db, { status: 'cancelled' })
    const { id, slug } = await anArticle(database.db)
    await expect(putOnTicket(ctx, gone.number, { answer: slug })).rejects.toMatchObject({
      code: 'ticketNotInState',
    })
    expect(await solved(id)).toBe(0)
  })

  test('is said by those who may write on the ticket', async () => {
    const { slug } = await anArticle(database.db)
    const ticket = await aTicket(database.db)
    const crew = contextOf(database.db, await aColleague(database.db, 'crew'))
    await expect(putOnTicket(crew, ticket.number, { answer: slug })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    const store = contextOf(database.db, await aColleague(database.db, 'store_manager'))
    await expect(putOnTicket(store, ticket.number, { answer: slug })).rejects.toMatchObject({
      kind: 'not_found',
    })
  })
})
