import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { orderLines } from '#db/schema/customers.ts'
import { returnCases } from '#db/schema/returns.ts'
import { products } from '#db/schema/stores.ts'
import { attachments, tickets } from '#db/schema/tickets.ts'
import type { ReturnWish } from '#db/vocabulary/returns.ts'
import type { AskAnswers } from '#app/domain/returns/ask-steps.ts'
import {
  askAsCustomer,
  askKind,
  orderToReturn,
  readAskDraft,
} from '#app/domain/returns/index.server.ts'
import { addReportPhoto, saveDraft } from '#app/domain/tickets/index.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { anonymous, contextOf } from '#test/factories/context.ts'
import { aCustomer, anOrder } from '#test/factories/customers.ts'
import { only } from '#test/factories/serial.ts'
import { mailsOf } from '#test/domain/visits/scene.ts'
import { testDatabase } from '#test/setup/database.ts'
import { photo } from '#test/setup/photos.ts'

const database = testDatabase()
const address = '198.51.100.7'

async function aPhoto() {
  const { name, buffer } = await photo()
  return { field: 'shot', name, bytes: buffer, tooBig: false }
}

async function scene() {
  const { db } = database
  const customer = await aCustomer(db)
  const order = await anOrder(db, { customerId: customer.id, deliveredOn: '2026-03-05' })
  const line = only(await db.select().from(orderLines).where(eq(orderLines.orderId, order.id)))
  const pieces = [
    { zh: '柜体', en: 'Body' },
    { zh: '柜门', en: 'Doors' },
  ]
  await db.update(products).set({ pieces }).where(eq(products.id, line.productId))
  const answers: AskAnswers = {
    phone: customer.phone,
    orderNumber: order.number,
    line: String(line.id),
    pieces: '1',
    quantity: '1',
    reason: 'transit',
    words: '柜门磕了一个角',
    unpacked: 'yes',
    wish: 'exchange',
    name: customer.name,
    address: '上海市徐汇区漕溪路 1 号',
    email: 'lin@example.test',
  }
  return { ctx: contextOf(db, anonymous), token: newToken(), customer, order, line, answers }
}

const caseOf = async (number: string) =>
  only(
    await database.db
      .select({ case: returnCases, ticket: tickets })
      .from(returnCases)
      .innerJoin(tickets, eq(tickets.id, returnCases.ticketId))
      .where(eq(tickets.number, number)),
  )

describe('RX-1 a customer asks', () => {
  test('RX-1 makes a ticket with its case, its guided photos and a mail with the link', async () => {
    const { ctx, token, answers, order, line } = await scene()
    await saveDraft(ctx, askKind, token, answers)
    for (const shot of ['wide', 'close', 'wide'] as const) {
      const guided = { shot, alreadySent: askKind.alreadySent }
      expect(await addReportPhoto(ctx, token, await aPhoto(), guided)).toMatchObject({ ok: true })
    }
    const outcome = await askAsCustomer(ctx, token, address)
    expect(outcome.ok).toBe(true)
    if (!outcome.ok) return
    const made = await caseOf(outcome.sent.number)
    expect(made.ticket).toMatchObject({
      kind: 'exchange',
      channel: 'portal',
      product: '推拉门衣柜',
      productId: line.productId,
      orderId: order.id,
      description: '柜门磕了一个角',
    })
    expect(made.case).toMatchObject({
      orderLineId: line.id,
      reason: 'transit',
      wish: 'exchange',
      unpacked: true,
      misused: null,
      pieces: [{ zh: '柜门', en: 'Doors' }],
      deliveredOn: '2026-03-05',
      status: 'asked',
    })
    const photos = await database.db
      .select({ shot: attachments.shot, caseId: attachments.caseId })
      .from(attachments)
      .where(eq(attachments.ticketId, made.ticket.id))
    expect(photos).toHaveLength(2)
    expect(photos).toEqual(
      expect.arrayContaining([
        { shot: 'close', caseId: made.case.id },
        { shot: 'wide', caseId: made.case.id },
      ]),
    )
    expect(only(await mailsOf(database.db, made.ticket.id))).toMatchObject({
      template: 'ticket-received',
    })
  })

  test.each([
    ['refund', 'return'],
    ['repair', 'repair'],
    ['part', 'parts'],
    ['discount', 'exchange'],
    ['unsure', 'exchange'],
  ] satisfies [ReturnWish, string][])('RX-1 who wishes %s: a ticket of %s', async (wish, kind) => {
    const { ctx, token, answers } = await scene()
    await saveDraft(ctx, askKind, token, { ...answers, wish })
    const outcome = await askAsCustomer(ctx, token, address)
    expect(outcome.ok && (await caseOf(outcome.sent.number)).ticket.kind).toBe(kind)
  })

  test('Q-5 sent twice at once it is one ticket; other answers afterwards are refused', async () => {
    const { ctx, token, answers } = await scene()
    await saveDraft(ctx, askKind, token, answers)
    const [one, other] = await Promise.all([
      askAsCustomer(ctx, token, address),
      askAsCustomer(ctx, token, address),
    ])
    expect(one).toMatchObject({ ok: true })
    expect(other).toEqual(one)
    await expect(saveDraft(ctx, askKind, token, { words: '别的' })).rejects.toMatchObject({
      code: 'askAlreadySent',
    })
  })

  test('Q-12 another phone’s order is told like one that isn’t there', async () => {
    const { ctx, token, answers } = await scene()
    const { phone } = await aCustomer(database.db)
    const told = []
    for (const patch of [{ phone }, { orderNumber: 'DD-999999' }]) {
      await saveDraft(ctx, askKind, token, { ...answers, ...patch })
      const outcome = await askAsCustomer(ctx, token, address)
      told.push(outcome.ok || outcome.errors)
    }
    expect(told).toEqual([
      { orderNumber: 'validation:orderNotFound' },
      { orderNumber: 'validation:orderNotFound' },
    ])
  })

  test('Q-12 a line of another order, or more than was bought, is asked again', async () => {
    const { ctx, token, answers } = await scene()
    const { line } = await scene()
    await saveDraft(ctx, askKind, token, { ...answers, line: String(line.id) })
    expect(await askAsCustomer(ctx, token, address)).toMatchObject({
      errors: { line: 'validation:choose' },
    })
    await saveDraft(ctx, askKind, token, { ...answers, quantity: '2' })
    expect(await askAsCustomer(ctx, token, address)).toMatchObject({
      errors: { quantity: 'validation:quantity' },
    })
  })

  test('Q-5 what is missing is told, and the draft keeps the rest', async () => {
    const { ctx, token, answers } = await scene()
    await saveDraft(ctx, askKind, token, { ...answers, words: '', wish: '' })
    expect(await askAsCustomer(ctx, token, address)).toMatchObject({
      ok: false,
      errors: { words: 'validation:description', wish: 'validation:choose' },
    })
    expect((await readAskDraft(ctx, token)).answers).toMatchObject({ reason: 'transit' })
  })

  test('RX-1 a cancelled order is none', async () => {
    const { ctx, answers, customer } = await scene()
    const gone = await anOrder(database.db, { customerId: customer.id, status: 'cancelled' })
    expect(await orderToReturn(ctx, { ...answers, orderNumber: gone.number }, address)).toBeNull()
  })
})
