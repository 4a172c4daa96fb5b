import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { messages } from '#db/schema/messages.ts'
import {
  attachments,
  privateLinks,
  reportDrafts,
  ticketEvents,
  tickets,
} from '#db/schema/tickets.ts'
import {
  answersOf,
  errorsIn,
  openPrivateLink,
  readDraft,
  saveAnswers,
  submitReport,
} from '#app/domain/tickets/index.server.ts'
import { addReportPhoto } from '#app/domain/tickets/report-photos.server.ts'
import { hashToken, linkToken, newToken } from '#app/platform/tokens.server.ts'
import { anonymous, contextOf } from '#test/factories/context.ts'
import { anOrder, aCustomer } from '#test/factories/customers.ts'
import { aPhone, only } from '#test/factories/serial.ts'
import { testDatabase } from '#test/setup/database.ts'
import { photo, png } from '#test/setup/photos.ts'

const database = testDatabase()
const publicly = () => contextOf(database.db, anonymous)

const report = (said: Record<string, string> = {}) => ({
  product: '三门橡木衣柜',
  category: 'door',
  description: '中间的门往下掉',
  address: '苏州市工业园区湖滨路 88 号',
  name: '林晓岚',
  phone: aPhone(),
  ...said,
})

async function sent(token: string, answers = report()) {
  const submission = await submitReport(publicly(), token, answers)
  if (!submission.ok) throw new Error(JSON.stringify(submission.errors))
  return submission.sent
}

async function upload(name = 'door.jpg') {
  const { buffer } = await photo(name)
  return { field: 'photos', name, bytes: buffer, tooBig: false }
}

describe('a report becomes a ticket (IN-1)', () => {
  test('of the order its number means, however it is typed', async () => {
    const customer = await aCustomer(database.db)
    const order = await anOrder(database.db, { number: 'XS-2609-7', customerId: customer.id })
    const answers = report({ orderNumber: 'xs2609 7', phone: customer.phone })
    const { number } = await sent(newToken(), answers)
    expect(
      only(await database.db.select().from(tickets).where(eq(tickets.number, number))),
    ).toMatchObject({ orderId: order.id, orderNumber: 'XS-2609-7', storeId: order.storeId })
  })

  test('that knows which answers were tried before (KB-1); a name that can be none is left out', async () => {
    const token = newToken()
    const answers = report({ tried: 'stuck-drawer  cabinet-door <script>' })
    const { number } = await sent(token, answers)
    expect((await submitReport(publicly(), token, { ...answers, tried: '' })).ok).toBe(true)
    const ticket = only(await database.db.select().from(tickets).where(eq(tickets.number, number)))
    const event = only(
      await database.db.select().from(ticketEvents).where(eq(ticketEvents.ticketId, ticket.id)),
    )
    expect(event).toMatchObject({
      kind: 'registered',
      data: { channel: 'portal', tried: ['stuck-drawer', 'cabinet-door'] },
    })
  })

  test('of the service that could not be booked, when a booking ended in it', async () => {
    const token = newToken()
    await saveAnswers(publicly(), token, { service: 'survey' } as Record<string, string>)
    const { number } = await sent(token)
    expect(
      only(await database.db.select().from(tickets).where(eq(tickets.number, number))).kind,
    ).toBe('survey')
  })

  test('with its facts, its event, its private link and its mail', async () => {
    const answers = report({ email: 'lin@example.test', preferredDays: '2026-03-12:am,先打电话' })
    const { number, token } = await sent(newToken(), answers)
    const ticket = only(await database.db.select().from(tickets).where(eq(tickets.number, number)))
    expect(ticket).toMatchObject({
      kind: 'repair',
      channel: 'portal',
      status: 'new',
      severity: null,
      name: '林晓岚',
      phone: answers.phone,
      preferredDays: '2026-03-12:am,先打电话',
      locale: 'zh-CN',
    })
    const events = await database.db
      .select({ kind: ticketEvents.kind, by: ticketEvents.actorKind })
      .from(ticketEvents)
      .where(eq(ticketEvents.ticketId, ticket.id))
    expect(events).toEqual([{ kind: 'registered', by: 'customer' }])
    expect(await openPrivateLink(publicly(), token, 'track')).toMatchObject({ ticketId: ticket.id })
    const mail = only(
      await database.db.select().from(messages).where(eq(messages.ticketId, ticket.id)),
    )
    expect(mail).toMatchObject({ template: 'ticket-received', recipient: 'lin@example.test' })
  })

  test('without an address for mail the message stands in the log', async () => {
    const { number } = await sent(newToken())
    const rows = await database.db
      .select({ channel: messages.channel })
      .from(messages)
      .innerJoin(tickets, eq(tickets.id, messages.ticketId))
      .where(eq(tickets.number, number))
    expect(rows).toEqual([{ channel: 'log' }])
  })

  test('an order counts when its phone is the customer’s, and only then', async () => {
    const customer = await aCustomer(database.db)
    const order = await anOrder(database.db, { customerId: customer.id })
    const mine = await sent(
      newToken(),
      report({ orderNumber: order.number, phone: customer.phone }),
    )
    const other = await sent(newToken(), report({ orderNumber: order.number }))
    const orderOf = async (number: string) =>
      only(await database.db.select().from(tickets).where(eq(tickets.number, number))).orderId
    expect(await orderOf(mine.number)).toBe(order.id)
    expect(await orderOf(other.number)).toBeNull()
  })

  test('its photos go with it', async () => {
    const token = newToken()
    const kept = await addReportPhoto(publicly(), token, await upload())
    const { number } = await sent(token)
    const ticket = only(await database.db.select().from(tickets).where(eq(tickets.number, number)))
    const rows = await database.db
      .select({ id: attachments.id })
      .from(attachments)
      .where(eq(attachments.ticketId, ticket.id))
    expect(rows).toEqual(kept.ok ? [{ id: kept.id }] : [])
  })

  test('Q-15: neither the draft’s token nor the link’s is stored', async () => {
    const token = newToken()
    const { token: link } = await sent(token)
    const drafts = await database.db
      .select()
      .from(reportDrafts)
      .where(eq(reportDrafts.tokenHash, hashToken(token)))
    expect(drafts).toHaveLength(1)
    const links = await database.db.select().from(privateLinks)
    expect(JSON.stringify([drafts, links])).not.toContain(token)
    expect(JSON.stringify(links)).not.toContain(link)
    expect(links.map(({ id }) => linkToken(id))).toContain(link)
  })
})

describe('Q-5: one submission is one ticket', () => {
  test('sent 50 times at once', async () => {
    const token = newToken()
    const answers = report({ email: 'lin@example.test' })
    const all = await Promise.all(Array.from({ length: 50 }, () => sent(token, answers)))
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1)
    const rows = await database.db.select().from(tickets).where(eq(tickets.phone, answers.phone))
    expect(rows).toHaveLength(1)
    const mails = await database.db
      .select()
      .from(messages)
      .where(eq(messages.ticketId, only(rows).id))
    expect(mails).toHaveLength(1)
  })

  test('with other answers it is refused and named', async () => {
    const token = newToken()
    const answers = report()
    const first = await sent(token, answers)
    const changed = { ...answers, description: '现在两扇门都掉了' }
    const refusal = { code: 'reportAlreadySent', kind: 'conflict', values: { ...first } }
    await expect(submitReport(publicly(), token, changed)).rejects.toMatchObject(refusal)
    await expect(saveAnswers(publicly(), token, changed)).rejects.toMatchObject(refusal)
    expect(await sent(token, answers)).toEqual(first)
    expect(await saveAnswers(publicly(), token, answers)).toMatchObject({ sent: first })
  })

  test('a photo that comes after it is refused, one it was sent with is not', async () => {
    const token = newToken()
    const file = await upload()
    await addReportPhoto(publicly(), token, file)
    await sent(token)
    expect(await addReportPhoto(publicly(), token, file)).toMatchObject({ ok: true })
    const later = { ...file, bytes: (await png()).buffer }
    await expect(addReportPhoto(publicly(), token, later)).rejects.toMatchObject({
      code: 'reportAlreadySent',
    })
  })
})

describe('what is typed is kept', () => {
  test('step by step, and read again by the token alone', async () => {
    const token = newToken()
    await saveAnswers(publicly(), token, { product: '餐桌' })
    await saveAnswers(publicly(), token, { description: '桌脚晃' })
    expect(await readDraft(publicly(), token)).toMatchObject({
      answers: { product: '餐桌', description: '桌脚晃' },
      sent: null,
    })
    expect((await readDraft(publicly(), newToken())).answers).toEqual({})
  })

  test('a report that is not complete is told what is missing, and no ticket is made', async () => {
    const token = newToken()
    const answers = report({ phone: 'abc', product: '' })
    const submission = await submitReport(publicly(), token, answers)
    expect(submission).toMatchObject({
      ok: false,
      errors: { phone: 'validation:phone', product: 'validation:product' },
    })
    expect((await readDraft(publicly(), token)).answers).toMatchObject({ name: '林晓岚' })
  })

  test('each step is judged by its own fields', () => {
    expect(errorsIn({ product: '餐桌' }, 'product')).toEqual({})
    expect(Object.keys(errorsIn({}, 'problem'))).toEqual(['category', 'description'])
    expect(errorsIn({}, 'when')).toEqual({})
  })
})

describe('Q-20: hostile text', () => {
  const hostile = [
    ['NUL', 'a\u0000b'],
    ['right to left', '\u202Eevil\u202C'],
    ['zero width', 'a\u200B\u200Db'],
    ['emoji', '👩‍👩‍👧‍👦🪑'],
    ['a lone surrogate', 'a\uD800b'],
    ['script', '<script>alert(1)</script>'],
  ] as const

  test.each(hostile)('%s is kept as text', async (_, text) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(report({ description: text, name: text }))) {
      form.append(name, value)
    }
    const { number } = await sent(newToken(), answersOf(form, null) as ReturnType<typeof report>)
    const ticket = only(await database.db.select().from(tickets).where(eq(tickets.number, number)))
    expect(ticket.description).not.toContain('\u0000')
    expect(ticket.description.isWellFormed()).toBe(true)
  })

  test('a megabyte is told to be too long, and comes back whole', async () => {
    const description = '长'.repeat(350_000)
    const submission = await submitReport(publicly(), newToken(), report({ description }))
    expect(submission).toMatchObject({ ok: false, errors: { description: 'validation:tooLong' } })
    expect(submission.ok || submission.answers.description).toBe(description)
  })
})

test('preferred days may come as several fields', () => {
  const form = new FormData()
  form.append('preferredDays', '2026-03-12:am')
  form.append('preferredDays', '2026-03-12:pm')
  form.append('preferredDays', '先打电话')
  const none = { day: '', window: '' }
  expect(answersOf(form, 'when')).toEqual({
    ...none,
    preferredDays: '2026-03-12:am,2026-03-12:pm,先打电话',
  })
  expect(answersOf(new FormData(), 'when')).toEqual({ ...none, preferredDays: '' })
  expect(answersOf(new FormData(), null)).toEqual({})
})
