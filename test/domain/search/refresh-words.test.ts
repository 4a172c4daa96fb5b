import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ticketWords } from '#db/schema/desk.ts'
import { customers } from '#db/schema/customers.ts'
import { ticketNotes, tickets } from '#db/schema/tickets.ts'
import {
  asked,
  indexWords,
  matchCustomers,
  matchTickets,
  refreshCustomerWords,
  refreshWords,
} from '#app/domain/search/index.server.ts'
import { registerTicket } from '#app/domain/tickets/index.server.ts'
import { resolveTicket } from '#app/domain/tickets/resolve-ticket.server.ts'
import { triageTicket } from '#app/domain/tickets/triage-ticket.server.ts'
import { writeMessage } from '#app/domain/tickets/write-message.server.ts'
import { writeNote } from '#app/domain/tickets/write-note.server.ts'
import { writeAsCustomer } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aCustomer, anOrder } from '#test/factories/customers.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aProduct } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const job = (): Ctx => contextOf(database.db, { kind: 'job' })
const found = async (q: string) =>
  (await matchTickets(job(), asked(q), { limit: 50 })).map(({ id }) => id)
const people = (q: string) => matchCustomers(job(), asked(q), { limit: 50 })

const facts = {
  kind: 'repair' as const,
  category: 'door' as const,
  channel: 'phone' as const,
  product: '真皮沙发 SF-2080',
  description: '扶手开裂，The left armrest is split',
  name: '曾小单',
  phone: '+8613900014217',
  email: 'Zeng@Example.test',
  address: '上海市徐汇区漕溪路 88 弄',
  locale: 'zh-CN' as const,
  orderNumber: 'DD-2024-0931',
  preferredDays: '',
}

test('a registered ticket is found by everything on it, and its customer', async () => {
  const ticket = await inTransaction(job(), (tx) => registerTicket(tx, facts))
  const [serial, check] = ticket.number.slice(1).split('-')
  for (const q of [
    ticket.number,
    ticket.number.toLowerCase(),
    `${serial}${check}`,
    `R${serial}`,
    serial!,
    '曾小单',
    '小单',
    '曾',
    'zengxiaodan',
    'zxd',
    'cxd',
    '139 0001 4217',
    '+86 13900014217',
    '4217',
    'zeng@example.test',
    '漕溪路',
    '徐汇',
    '沙发',
    'SF2080',
    'sf-2080',
    'DD20240931',
    'dd-2024-0931',
    '扶手开裂',
    'ARMREST',
    'armr',
    '沙发 zxd 4217',
    'ＳＦ－２０８０',
  ]) {
    expect(await found(q), q).toEqual([ticket.id])
  }
  for (const q of ['沙手', '发扶', 'rmrest', '421', '开裂扶手', `R${serial}-x`, '沙发 王芳']) {
    expect(await found(q), q).toEqual([])
  }
  for (const q of ['曾小单', 'zxd', '4217', 'zeng@example.test', '漕溪']) {
    expect(await people(q), q).toEqual([ticket.customerId])
  }
})

test('what is said later is found at once: a customer, a colleague, a note, the solution, what was assessed', async () => {
  const ctx = contextOf(database.db, await aColleague(database.db, 'desk'))
  const ticket = await aTicket(database.db)
  const customer = contextOf(database.db, { kind: 'customer', ticketId: ticket.id })
  await writeAsCustomer(customer, { body: '抽屉也卡住了', submissionKey: 'c1' })
  await writeMessage(ctx, ticket.number, { body: '请拍一张铰链的照片', submissionKey: 'm1' })
  await writeNote(ctx, ticket.number, { body: '邻居是老顾客', submissionKey: 'n1' })
  for (const q of ['抽屉', '铰链', '邻居']) expect(await found(q), q).toEqual([ticket.id])
  await triageTicket(ctx, ticket.number, {
    version: ticket.version,
    submissionKey: 't1',
    kind: 'repair',
    severity: 3,
    category: 'door',
    owner: null,
    note: '需要带新的滑轨',
    message: '',
  })
  expect(await found('滑轨')).toEqual([ticket.id])
  await resolveTicket(ctx, ticket.number, { solution: '换了缓冲器' })
  expect(await found('缓冲器')).toEqual([ticket.id])
})

test('two who write at once are both found', async () => {
  const ctx = contextOf(database.db, await aColleague(database.db, 'desk'))
  const ticket = await aTicket(database.db)
  const words = Array.from({ length: 8 }, (_, i) => `zebra${i}x`)
  await Promise.all(
    words.map((body, i) => writeNote(ctx, ticket.number, { body, submissionKey: `z${i}` })),
  )
  for (const word of words) expect(await found(word), word).toEqual([ticket.id])
})

test('IN-6: what was merged is found by way of what it turned out to be, and by itself again once it is separated', async () => {
  const { db } = database
  const [kept, same] = [await aTicket(db), await aTicket(db, { description: '水龙头漏水' })]
  await db.insert(ticketNotes).values({
    ...{ ticketId: same.id, authorId: (await aColleague(db, 'desk')).id, createdAt: new Date() },
    body: '下午再打',
  })
  await inTransaction(job(), (tx) => refreshWords(tx, same.id))
  expect(await found('水龙头')).toEqual([same.id])
  await db
    .update(tickets)
    .set({ mergedIntoId: kept.id, status: 'cancelled' })
    .where(eq(tickets.id, same.id))
  await inTransaction(job(), (tx) => refreshWords(tx, same.id))
  for (const q of ['水龙头', '下午再打', same.number]) expect(await found(q), q).toEqual([kept.id])
  await db.update(tickets).set({ mergedIntoId: null }).where(eq(tickets.id, same.id))
  await inTransaction(job(), async (tx) => {
    await refreshWords(tx, same.id)
    await refreshWords(tx, kept.id)
  })
  for (const q of ['水龙头', same.number]) expect(await found(q), q).toEqual([same.id])
})

test('CU-1: persons who are merged are found as one; whoever was erased by nobody', async () => {
  const { db } = database
  const [kept, same] = [
    await aCustomer(db, { name: '欧阳修竹', phone: '+8613700008811' }),
    await aCustomer(db, { name: '欧阳修文', phone: '+8613700009922' }),
  ]
  const refresh = (id: number) => inTransaction(job(), (tx) => refreshCustomerWords(tx, id))
  await refresh(kept.id)
  await refresh(same.id)
  expect((await people('oyx')).sort()).toEqual([kept.id, same.id])
  await db.update(customers).set({ mergedIntoId: kept.id }).where(eq(customers.id, same.id))
  await refresh(same.id)
  for (const q of ['欧阳修文', '9922', '8811', 'ouyangxiu'])
    expect(await people(q), q).toEqual([kept.id])
  await db.update(customers).set({ erasedAt: new Date() }).where(eq(customers.id, kept.id))
  await refresh(kept.id)
  expect(await people('欧阳修竹')).toEqual([])
})

test('the job gives words to what has none, once, by the names we know a product and an order by', async () => {
  const { db } = database
  const product = await aProduct(db)
  const order = await anOrder(db)
  const many = 450
  const { customerId } = order
  const customer = (await db.select().from(customers).where(eq(customers.id, customerId!)))[0]!
  await db.insert(tickets).values(
    Array.from({ length: many }, (_, i) => ({
      ...{ kind: 'repair' as const, category: 'door' as const, channel: 'portal' as const },
      ...{ number: `R77${String(i).padStart(4, '0')}-0`, product: '柜子', description: '门板掉漆' },
      ...{ productId: product.id, orderId: order.id, customerId: customerId!, name: customer.name },
      ...{ phone: customer.phone, address: '某处', locale: 'zh-CN' as const },
      ...{ createdAt: new Date(), updatedAt: new Date() },
    })),
  )
  const count = async () => (await matchTickets(job(), asked('掉漆'), { limit: 1000 })).length
  expect(await count()).toBe(0)
  await Promise.all([indexWords(job()), indexWords(job())])
  expect(await count()).toBe(many)
  expect(await found(`${order.number} 掉漆`)).toHaveLength(50)
  expect(await found(`${product.model} 掉漆`)).toHaveLength(50)
  expect(await people(customer.phone)).toEqual([customer.id])
  const [{ lacking }] = (await db.execute(
    sql`select count(*)::int as lacking from tickets t
      where merged_into_id is null and not exists (select from ${ticketWords} w where w.ticket_id = t.id)`,
  )) as unknown as [{ lacking: number }]
  expect(lacking).toBe(0)
})

test('Q-20: hostile words are words', async () => {
  const ticket = await aTicket(database.db, {
    name: "'; drop table \\ tickets --",
    description: `<script>alert("1")</script> ' & | ! ( :* \\' \u202e\u200b ${'长'.repeat(3000)} ${'x'.repeat(3000)} 😀`,
  })
  await inTransaction(job(), (tx) => refreshWords(tx, ticket.id))
  for (const q of ["'; drop table \\", '<script>alert', 'x'.repeat(3000), '长长长长']) {
    expect(await found(q), q.slice(0, 20)).toEqual([ticket.id])
  }
  for (const q of ["'", '\\', ':*', '()', '!', '&|', '\u202e', '😀', '']) {
    expect(await found(q), q).toEqual([])
  }
})
