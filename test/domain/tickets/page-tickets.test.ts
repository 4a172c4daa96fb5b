import { describe, expect, test } from 'vitest'
import type { Role } from '#db/vocabulary/roles.ts'
import { listTickets } from '#app/domain/tickets/list-tickets.server.ts'
import { TicketFilters } from '#app/domain/tickets/ticket-filters.ts'
import { queryOf } from '#app/domain/tickets/ticket-query.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { anArea, aStore } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const as = async (role: Role) => contextOf(database.db, await aColleague(database.db, role))
const filters = (search: string) =>
  TicketFilters.parse(Object.fromEntries(new URLSearchParams(search)))
const numbersOf = (list: Awaited<ReturnType<typeof listTickets>>) =>
  list.rows.map((row) => row.number)

describe('filters', () => {
  test('each narrows the queue by what it says, several together', async () => {
    const ctx = await as('desk')
    const { db } = database
    const [{ id: storeId }, area] = [await aStore(db), await anArea(db)]
    const owner = await aColleague(db, 'desk')
    const one = await aTicket(db, {
      storeId,
      areaId: area.id,
      category: 'loose',
      severity: 2,
      channel: 'phone',
      kind: 'complaint',
      status: 'triaged',
      ownerId: owner.id,
      tags: ['急', 'VIP'],
      createdAt: new Date(ctx.now().getTime() - 3 * 86_400_000),
    })
    const other = await aTicket(db, { storeId })
    const found = async (search: string) =>
      numbersOf(await listTickets(ctx, filters(`queue=all&store=${storeId}&${search}`)))
    for (const search of [
      `area=${area.id}`,
      'category=loose',
      'severity=2',
      'channel=phone',
      'kind=complaint',
      'status=triaged',
      `owner=${owner.id}`,
      'tag=急',
      'tag=VIP',
      `owner=${owner.id}&tag=急&category=loose`,
    ]) {
      expect(await found(search), search).toEqual([one.number])
    }
    expect(await found('owner=nobody')).toEqual([other.number])
    expect(await found('days=1')).toEqual([other.number])
    expect(await found('days=7')).toEqual([other.number, one.number])
    for (const search of ['tag=普通', 'category=loose&kind=repair', 'area=999999']) {
      expect(await found(search), search).toEqual([])
    }
  })

  test('an address and its filters are the same either way', () => {
    const query = 'queue=open&kind=repair&category=door&store=3&owner=nobody&tag=VIP&sort=due'
    expect(queryOf(filters(query))).toBe(query)
    expect(queryOf(filters(query), 'tag')).toBe(query.replace('&tag=VIP', ''))
  })

  test('Q-23: owner, category, tag and place are what they may be or nothing', () => {
    expect(
      filters("owner=me&category=%27&area=x&tag=%00&days=400&before=z1-&after=-1&sort=due'"),
    ).toEqual({})
  })
})

describe('pages', () => {
  const walk = async (search: string, ctx: Awaited<ReturnType<typeof as>>) => {
    const [there, back]: [string[], string[]] = [[], []]
    let more: string | null = ''
    let last: Awaited<ReturnType<typeof listTickets>> | undefined
    while (more !== null) {
      last = await listTickets(ctx, filters(`${search}&before=${more}`), 2)
      there.push(...numbersOf(last))
      more = last.more
    }
    for (let page = last!; ;) {
      back.unshift(...numbersOf(page))
      if (page.back === null) break
      page = await listTickets(ctx, filters(`${search}&after=${page.back}`), 2)
    }
    return { there, back }
  }

  test('follow one another without a gap or a repeat, also within one instant, both ways round', async () => {
    const ctx = await as('desk')
    const { id: storeId } = await aStore(database.db)
    const all: string[] = []
    for (let i = 0; i < 8; i++) {
      const createdAt = new Date(Date.UTC(2026, 2, 1, 0, 0, Math.floor(i / 3)))
      all.unshift((await aTicket(database.db, { storeId, createdAt })).number)
    }
    // Rows of one millisecond are told apart by less.
    await database.connect()`update tickets set created_at = created_at + (id % 7) * interval '1 microsecond'
      where store_id = ${storeId}`
    const rows = await database.connect()<{ number: string }[]>`
      select number from tickets where store_id = ${storeId} order by created_at desc, id desc`
    const newest = rows.map(({ number }) => number)
    for (const sort of ['newest', 'oldest'] as const) {
      const { there, back } = await walk(`queue=all&store=${storeId}&sort=${sort}`, ctx)
      expect(there).toEqual(sort === 'newest' ? newest : newest.toReversed())
      expect(back).toEqual(there)
    }
  })

  test('by what is due: those with a due time first, then the newest, both ways round', async () => {
    const ctx = await as('desk')
    const { id: storeId } = await aStore(database.db)
    const due: string[] = []
    const notDue: string[] = []
    for (let i = 0; i < 10; i++) {
      const at = new Date(Date.UTC(2026, 2, 2, 0, Math.floor(i / 4)))
      const facts =
        i % 2 === 0
          ? { nextDueAt: at, nextDueClock: 'resolution' as const }
          : { createdAt: new Date(Date.UTC(2026, 2, 1, 0, i)) }
      const { number } = await aTicket(database.db, { storeId, ...facts })
      if (i % 2 === 0) due.push(number)
      else notDue.unshift(number)
    }
    const { there, back } = await walk(`queue=open&store=${storeId}&sort=due`, ctx)
    expect(there).toEqual([...due, ...notDue])
    expect(back).toEqual(there)
  })

  test('a page before the first is the first, and a whole one', async () => {
    const ctx = await as('desk')
    const { id: storeId } = await aStore(database.db)
    for (let i = 0; i < 3; i++) await aTicket(database.db, { storeId })
    const [first, second] = (await listTickets(ctx, filters(`queue=all&store=${storeId}`))).rows
    const page = await listTickets(
      ctx,
      filters(`queue=all&store=${storeId}&after=${second!.place}`),
      2,
    )
    expect(page.rows[0]!.number).toBe(first!.number)
    expect(page.rows).toHaveLength(2)
    expect(page.back).toBeNull()
  })
})
