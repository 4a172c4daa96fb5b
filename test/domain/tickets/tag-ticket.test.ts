import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { tickets } from '#db/schema/tickets.ts'
import { roles } from '#db/vocabulary/roles.ts'
import {
  changeTags,
  tagsInUse,
  tagTicket,
  TagTicketForm,
} from '#app/domain/tickets/tag-ticket.server.ts'
import { tagsIn } from '#app/domain/tickets/ticket-tags.ts'
import { permissions } from '#app/platform/permissions.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'
import { eventsOf } from './events-of.ts'

const database = testDatabase()
const desk = async () => contextOf(database.db, await aColleague(database.db, 'desk'))
const standing = async (number: string) => {
  const [row] = await database.db.select().from(tickets).where(eq(tickets.number, number))
  return row!
}

describe('typed tags', () => {
  test('stand apart by commas of either language, without their mark, each once', () => {
    expect(tagsIn(' 急， #VIP、vip;等 配件\n急 ,,')).toEqual(['急', 'VIP', '等 配件'])
    expect(tagsIn(' ，、')).toEqual([])
  })

  test('Q-20: control characters and what is too long are refused or gone', () => {
    const parse = (tags: string) => TagTicketForm.safeParse({ version: 1, tags })
    expect(parse('a\u0000b').data?.tags).toEqual(['ab'])
    expect(parse('x'.repeat(25)).error?.issues[0]?.message).toBe('validation:tagTooLong')
  })
})

describe('tagging a ticket', () => {
  test('IN-8: the tags are those that were said, with a record of what they were', async () => {
    const ctx = await desk()
    const ticket = await aTicket(database.db, { tags: ['急'] })
    const form = { tags: ['急', 'VIP'], version: 1 }
    await tagTicket(ctx, ticket.number, form)
    await tagTicket(ctx, ticket.number, form)
    expect(await standing(ticket.number)).toMatchObject({ tags: ['急', 'VIP'], version: 2 })
    expect(await eventsOf(database.db, ticket.id)).toEqual([
      { kind: 'tagged', data: { tags: ['急', '急，VIP'] } },
    ])
  })

  test('Q-6: not over what a colleague changed meanwhile', async () => {
    const ctx = await desk()
    const ticket = await aTicket(database.db)
    await tagTicket(ctx, ticket.number, { tags: ['急'], version: 1 })
    await expect(
      tagTicket(ctx, ticket.number, { tags: ['VIP'], version: 1 }),
    ).rejects.toMatchObject({ code: 'ticketChanged' })
  })

  test('adding and taking off leaves the others alone, says what it changed, and the way back', async () => {
    const ctx = await desk()
    const ticket = await aTicket(database.db, { tags: ['VIP', '老客户'] })
    const did = await changeTags(ctx, ticket.number, { add: ['急', 'vip'], remove: ['老客户'] })
    expect(did).toEqual({ add: ['急'], remove: ['老客户'] })
    expect((await standing(ticket.number)).tags).toEqual(['VIP', '急'])
    await changeTags(ctx, ticket.number, { add: did.remove, remove: did.add })
    expect((await standing(ticket.number)).tags).toEqual(['VIP', '老客户'])
  })

  test('two colleagues at once: both their tags stand', async () => {
    const ctx = await desk()
    const ticket = await aTicket(database.db)
    const words = Array.from({ length: 8 }, (_, n) => `标签${n}`)
    await Promise.all(
      words.map((tag) => changeTags(ctx, ticket.number, { add: [tag], remove: [] })),
    )
    expect((await standing(ticket.number)).tags.toSorted()).toEqual(words)
  })

  test('no more than a dozen', async () => {
    const ctx = await desk()
    const ticket = await aTicket(database.db)
    const tags = Array.from({ length: 13 }, (_, n) => `标签${n}`)
    await expect(tagTicket(ctx, ticket.number, { tags, version: 1 })).rejects.toMatchObject({
      code: 'tooManyTags',
    })
  })

  test('Q-12: by whoever may write notes, on tickets they see', async () => {
    const [own, other] = [await aStore(database.db), await aStore(database.db)]
    const theirs = await aTicket(database.db, { storeId: other.id })
    for (const role of roles) {
      const actor = await aColleague(
        database.db,
        role,
        role.startsWith('store') ? { storeId: own.id } : {},
      )
      const tagged = changeTags(contextOf(database.db, actor), theirs.number, {
        add: [role],
        remove: [],
      })
      if (!(permissions['ticket:note'] as readonly string[]).includes(role)) {
        await expect(tagged, role).rejects.toMatchObject({ kind: 'forbidden' })
      } else if (actor.storeId !== null) {
        await expect(tagged, role).rejects.toMatchObject({ kind: 'not_found' })
      } else {
        await expect(tagged, role).resolves.toMatchObject({ add: [role] })
      }
    }
  })

  test('the tags in use are those of open tickets one may see, the most used first', async () => {
    const store = await aStore(database.db)
    const actor = await aColleague(database.db, 'store_manager', { storeId: store.id })
    const facts = { storeId: store.id }
    await aTicket(database.db, { ...facts, tags: ['少'] })
    await aTicket(database.db, { ...facts, tags: ['多', '少2'] })
    await aTicket(database.db, { ...facts, tags: ['多'] })
    await aTicket(database.db, { ...facts, status: 'closed', tags: ['旧'] })
    await aTicket(database.db, { tags: ['别处'] })
    const used = await tagsInUse(contextOf(database.db, actor))
    expect(used[0]).toBe('多')
    expect(used.toSorted()).toEqual(['多', '少', '少2'].toSorted())
  })
})
