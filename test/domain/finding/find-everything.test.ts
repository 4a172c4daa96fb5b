import { expect, test } from 'vitest'
import type { Role } from '#db/vocabulary/roles.ts'
import { articles } from '#db/schema/knowledge.ts'
import { findEverything } from '#app/domain/finding/find-everything.server.ts'
import { indexWords } from '#app/domain/search/index.server.ts'
import { articleWords } from '#app/domain/knowledge/index.server.ts'
import { writeNote } from '#app/domain/tickets/write-note.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aCustomer, anOrder } from '#test/factories/customers.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aCase } from '../returns/accounts.ts'

const database = testDatabase()
const as = async (role: Role, storeId?: number) =>
  contextOf(database.db, await aColleague(database.db, role, storeId ? { storeId } : {}))
const index = () => indexWords(contextOf(database.db, { kind: 'job' }) as Ctx)
const find = async (ctx: Awaited<ReturnType<typeof as>>, q: string, page = 1) =>
  findEverything(ctx, q, { stretch: { page }, tickets: 20, others: 4 })
const minutes = (count: number) => new Date(tuesdayMorning.getTime() + count * 60_000)

test('ranked: where it is a name, then the product or the address, what is wrong, the talk; the newest first', async () => {
  const { db } = database
  const ctx = await as('desk')
  const talk = await aTicket(db, { description: '门关不上', createdAt: minutes(9) })
  const wrong = await aTicket(db, { description: '海棠色掉漆', createdAt: minutes(8) })
  const product = await aTicket(db, { product: '海棠木书柜', createdAt: minutes(1) })
  const newer = await aTicket(db, { product: '海棠木餐桌', createdAt: minutes(2) })
  const name = await aTicket(db, { name: '李海棠', createdAt: minutes(0) })
  await index()
  await writeNote(ctx, talk.number, { body: '他说  隔壁的海棠树\n碰到了门', submissionKey: 'k' })
  const { tickets } = await find(ctx, '海棠')
  expect(tickets.rows.map((row) => row.number)).toEqual(
    [name, newer, product, wrong, talk].map((row) => row.number),
  )
  expect(tickets).toMatchObject({ count: 5, more: false, older: null })
  const [first, second, , fourth, last] = tickets.rows
  expect(first).toMatchObject({ nameMarks: [[1, 3]], excerpt: null })
  expect(second!.excerpt).toEqual({ place: 'product', text: '海棠木餐桌', marks: [[0, 2]] })
  expect(fourth).toMatchObject({ titleMarks: [[0, 2]], excerpt: null })
  expect(last!.excerpt).toEqual({
    ...{ place: 'note', text: '他说 隔壁的海棠树 碰到了门' },
    marks: [[6, 8]],
  })
})

test('the excerpt is about the words, as they were written, lit in capitals and full width too', async () => {
  const ctx = await as('desk')
  const before = '这个问题已经说过很多次了，每次来的人都说修好了，可是没过几天又这样，'
  await aTicket(database.db, {
    description: '抽屉',
    address: `${before}型号是ＫＸ－９９０，the KX-990 one`,
  })
  await index()
  const { excerpt } = (await find(ctx, 'kx 抽屉')).tickets.rows[0]!
  expect(excerpt!.place).toBe('address')
  expect(excerpt!.text).toMatch(/^….*型号是ＫＸ－９９０，the KX-990 one$/)
  expect(excerpt!.marks.map(([start, end]) => excerpt!.text.slice(start, end))).toEqual([
    'ＫＸ',
    'KX',
  ])
})

test('pages follow one another without a gap or a repeat, beyond those that are put in order too', async () => {
  const { db } = database
  const ctx = await as('desk')
  const customer = await aCustomer(db)
  const all: string[] = []
  for (let i = 0; i < 215; i++) {
    const made = await aTicket(db, {
      ...{ customerId: customer.id, description: '踢脚线翘起' },
      createdAt: minutes(Math.floor(i / 3)),
    })
    all.unshift(made.number)
  }
  await index()
  const seen: string[] = []
  let stretch: Parameters<typeof findEverything>[2]['stretch'] = { page: 1 }
  while (stretch) {
    const { tickets } = await findEverything(ctx, '踢脚线', { stretch, tickets: 20, others: 4 })
    seen.push(...tickets.rows.map((row) => row.number))
    if (seen.length === 20) expect(tickets.count).toBeNull()
    stretch = tickets.more
      ? { ...stretch, page: stretch.page + 1 }
      : tickets.older
        ? { page: 1, before: tickets.older }
        : undefined
  }
  expect(seen).toEqual(all)
})

test('customers, orders and answers stand beside the tickets', async () => {
  const { db } = database
  const customer = await aCustomer(db, { name: '司徒静', phone: '+8613611112233' })
  const order = await anOrder(db, {
    customerId: customer.id,
    name: '司徒静',
    phone: customer.phone,
  })
  const texts = {
    ...{ titleZh: '司徒式铰链怎么调', titleEn: 'Adjusting a Situ hinge' },
    ...{ solutionZh: '拧螺丝', solutionEn: 'Turn the screw' },
  }
  const none = {
    ...{ problemZh: '', problemEn: '', causeZh: '', causeEn: '' },
    ...{ alsoZh: '', alsoEn: '' },
  }
  await db.insert(articles).values({
    ...texts,
    ...{ slug: 'situ', status: 'published', updatedAt: new Date() },
    words: articleWords({ ...texts, ...none }, []),
  })
  await index()
  const desk = await as('desk')
  const found = await find(desk, '司徒')
  expect(found.customers).toMatchObject([{ id: customer.id, nameMarks: [[0, 2]] }])
  expect(found.orders).toMatchObject([{ number: order.number, nameMarks: [[0, 2]] }])
  expect(found.answers).toMatchObject([{ slug: 'situ', title: '司徒式铰链怎么调' }])
  expect((await find(desk, '2233')).customers).toHaveLength(1)
  expect((await find(desk, 'stj')).customers).toMatchObject([{ nameMarks: [[0, 3]] }])
  expect((await find(desk, '司徒', 2)).customers).toEqual([])
})

test('Q-12: a store finds its own customers, orders and tickets only; a crew answers alone', async () => {
  const { db } = database
  const [own, other] = [await aStore(db), await aStore(db)]
  const [ours, theirs, nobodys] = [
    await aCustomer(db, { name: '公孙甲' }),
    await aCustomer(db, { name: '公孙乙' }),
    await aCustomer(db, { name: '公孙丙' }),
  ]
  const mine = await aTicket(db, { customerId: ours.id, storeId: own.id })
  await aTicket(db, { customerId: theirs.id, storeId: other.id })
  await aTicket(db, { customerId: nobodys.id })
  const order = await anOrder(db, { customerId: ours.id, storeId: own.id, name: '公孙甲' })
  await anOrder(db, { customerId: theirs.id, storeId: other.id, name: '公孙乙' })
  await index()
  const seen = async (ctx: Awaited<ReturnType<typeof as>>, q: string) => {
    const found = await find(ctx, q)
    return {
      tickets: found.tickets.rows.map(({ number }) => number),
      customers: found.customers.map(({ id }) => id),
      orders: found.orders.map(({ number }) => number),
    }
  }
  const manager = await as('store_manager', own.id)
  for (const q of ['公孙', 'gongsun', '公孙甲']) {
    expect(await seen(manager, q), q).toMatchObject({
      tickets: [mine.number],
      customers: [ours.id],
    })
  }
  expect((await seen(manager, '公孙')).orders).toEqual([order.number])
  for (const q of ['公孙乙', '公孙丙', theirs.phone, nobodys.phone]) {
    expect(await seen(manager, q), q).toEqual({ tickets: [], customers: [], orders: [] })
  }
  expect((await seen(await as('desk'), '公孙')).tickets).toHaveLength(3)
  expect(await seen(await as('crew'), '公孙')).toEqual({ tickets: [], customers: [], orders: [] })
})

test('RX-6 a return and its claim are found by their whole numbers, by whoever may see them', async () => {
  const { db } = database
  const desk = await as('desk')
  const { case: one } = await aCase(db)
  const found = async (ctx: typeof desk, q: string) => (await find(ctx, q)).returns
  for (const typed of [
    one.number,
    one.number.toLowerCase(),
    ` ${one.number.replace('RX', 'RX ')}`,
  ]) {
    expect(await found(desk, typed)).toMatchObject([{ of: 'case', number: one.number }])
  }
  expect(await found(desk, one.number.slice(0, -1))).toEqual([])
  expect(await found(await as('crew'), one.number)).toEqual([])
  const elsewhere = await aStore(db)
  expect(await found(await as('store_guide', elsewhere.id), one.number)).toEqual([])
})
