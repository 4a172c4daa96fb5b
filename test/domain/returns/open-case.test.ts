import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { orderLines } from '#db/schema/customers.ts'
import { returnCases, returnTerms } from '#db/schema/returns.ts'
import { products } from '#db/schema/stores.ts'
import type { AskForm } from '#app/domain/returns/ask-form.ts'
import { askOnTicket, termsOf } from '#app/domain/returns/index.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { anOrder } from '#test/factories/customers.ts'
import { only, serial } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { asActor, at, eventsOf } from '#test/domain/visits/scene.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()

const pieces = [
  { zh: '柜体', en: 'Body' },
  { zh: '左门', en: 'Left door' },
  { zh: '右门', en: 'Right door' },
]

async function scene() {
  const { db } = database
  const order = await anOrder(db)
  const line = only(await db.select().from(orderLines).where(eq(orderLines.orderId, order.id)))
  await db.update(products).set({ pieces }).where(eq(products.id, line.productId))
  const ticket = await aTicket(db, {
    kind: 'exchange',
    customerId: order.customerId!,
    orderId: order.id,
    orderNumber: order.number,
    storeId: order.storeId,
  })
  const clerk = await aColleague(db, 'desk')
  return { order, line, ticket, ctx: asActor(db, clerk, at('14:30')) }
}

const asked = (line: number | null, facts: Partial<AskForm> = {}): AskForm => ({
  submissionKey: `ask-key-number-${serial()}-`.padEnd(32, 'x'),
  line,
  product: '',
  pieces: [],
  quantity: 1,
  reason: 'defect',
  wish: 'exchange',
  unpacked: true,
  misused: false,
  batch: 'B2026-01',
  words: '右门开裂',
  ...facts,
})

const caseOf = async (number: string) =>
  only(await database.db.select().from(returnCases).where(eq(returnCases.number, number)))

describe('RX-1 asking on a ticket', () => {
  test('RX-1 opens a case with its line, its pieces and the time to decide', async () => {
    const { ctx, ticket, order, line } = await scene()
    const form = asked(line.id, { pieces: [`${line.id}:2`, '999:1'] })
    const number = await askOnTicket(ctx, ticket.number, form)
    expect(number).toMatch(/^RX\d{6}$/)
    expect(await caseOf(number)).toMatchObject({
      ticketId: ticket.id,
      orderId: order.id,
      orderLineId: line.id,
      productId: line.productId,
      product: '推拉门衣柜',
      pieces: [pieces[2]],
      reason: 'defect',
      wish: 'exchange',
      words: '右门开裂',
      unpacked: true,
      misused: false,
      batch: 'B2026-01',
      deliveredOn: '2025-06-20',
      status: 'asked',
      askedAt: at('14:30'),
      dueAt: at('14:30', 1),
    })
    expect(await eventsOf(database.db, ticket.id)).toContainEqual({
      kind: 'return_asked',
      data: { case: number, reason: 'defect', wish: 'exchange' },
      visitId: null,
    })
  })

  test('RX-1 what is on no order of ours is called as the customer calls it', async () => {
    const { ctx, ticket } = await scene()
    const form = asked(null, { product: '一把椅子' })
    expect(await caseOf(await askOnTicket(ctx, ticket.number, form))).toMatchObject({
      product: '一把椅子',
      orderLineId: null,
      deliveredOn: null,
    })
  })

  test('RX-1 no more than was sold', async () => {
    const { ctx, ticket, line } = await scene()
    const more = asked(line.id, { quantity: line.quantity + 1 })
    await expect(askOnTicket(ctx, ticket.number, more)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'returnedMoreThanSold',
      values: { count: line.quantity },
    })
  })

  test('Q-5 the same form twice is one case', async () => {
    const { ctx, ticket, line } = await scene()
    const form = asked(line.id)
    const number = await askOnTicket(ctx, ticket.number, form)
    expect(await askOnTicket(ctx, ticket.number, form)).toBe(number)
  })

  test('RX-1 one open case a ticket, whoever is first', async () => {
    const { ctx, ticket, line } = await scene()
    const answers = await Promise.allSettled([
      askOnTicket(ctx, ticket.number, asked(line.id)),
      askOnTicket(ctx, ticket.number, asked(line.id)),
    ])
    const [made] = answers.filter((one) => one.status === 'fulfilled')
    const [second] = answers.filter((one) => one.status === 'rejected')
    expect(second!.reason).toMatchObject({ code: 'caseThere', values: { number: made!.value } })
  })

  test.each(['resolved', 'closed', 'cancelled'] as const)(
    'RX-1 not on a ticket that is %s',
    async (status) => {
      const { ctx, line, order } = await scene()
      const done = { resolvedAt: at('10:00'), closedAt: at('11:00') }
      const ticket = await aTicket(database.db, {
        customerId: order.customerId!,
        status,
        ...(status === 'cancelled' ? {} : done),
      })
      await expect(askOnTicket(ctx, ticket.number, asked(line.id))).rejects.toMatchObject({
        code: 'ticketNotInState',
      })
    },
  )

  test('Q-12 somebody else’s line is no line', async () => {
    const { ctx, ticket } = await scene()
    const { line: theirs } = await scene()
    await expect(askOnTicket(ctx, ticket.number, asked(theirs.id))).rejects.toMatchObject({
      kind: 'not_found',
    })
  })

  test('Q-12 another store’s ticket is missing, and a crew may not ask', async () => {
    const { ticket, line } = await scene()
    const store = await aStore(database.db)
    const clerk = await aColleague(database.db, 'store_guide', { storeId: store.id })
    await expect(
      askOnTicket(contextOf(database.db, clerk), ticket.number, asked(line.id)),
    ).rejects.toMatchObject({ kind: 'not_found' })
    const crew = await aColleague(database.db, 'crew')
    await expect(
      askOnTicket(contextOf(database.db, crew), ticket.number, asked(line.id)),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('RX-2 the terms of a product', () => {
  test('RX-2 those for all, those for it alone and its own warranty', async () => {
    const { ctx, line } = await scene()
    const { line: other } = await scene()
    const ofIts = { reasons: ['defect' as const], remedies: ['repair' as const], months: 60 }
    await database.db.insert(returnTerms).values([
      { ...ofIts, nameZh: '框架五年', nameEn: 'Frame', productId: line.productId },
      { ...ofIts, nameZh: '别的', nameEn: 'Other', productId: other.productId },
      { ...ofIts, nameZh: '停用', nameEn: 'Stopped', active: false },
    ])
    const judged = await termsOf(ctx, {
      productId: line.productId,
      deliveredOn: '2025-06-20',
      reason: 'defect',
      unpacked: true,
      misused: false,
    })
    const names = judged.map(({ nameEn }) => nameEn)
    expect(names).toContain('Frame')
    expect(names).toContain('Product warranty, 24 months')
    expect(names).not.toContain('Other')
    expect(names).not.toContain('Stopped')
    expect(judged.every(({ verdict }) => verdict === 'applies')).toBe(true)
  })
})
