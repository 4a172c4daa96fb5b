import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { attachments, ticketEvents, ticketMessages, ticketNotes } from '#db/schema/tickets.ts'
import {
  addPhotosAsCustomer,
  readTrackedTicket,
  trackedFile,
  writeAsCustomer,
} from '#app/domain/tickets/index.server.ts'
import { recordEvent } from '#app/domain/tickets/record-event.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { only } from '#test/factories/serial.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { photo, svgNamedJpg } from '#test/setup/photos.ts'

const database = testDatabase()
const customerOf = (ticket: { id: number }) =>
  contextOf(database.db, { kind: 'customer', ticketId: ticket.id })

async function upload(name = 'door.jpg') {
  const { buffer } = await photo(name)
  return { field: 'photos', name, bytes: buffer, tooBig: false }
}

const picture = {
  contentType: 'image/jpeg' as const,
  bytes: 1,
  sha256: 'a'.repeat(64),
  originalName: 'x.jpg',
  createdAt: tuesdayMorning,
}

test('Q-13: a customer reads no note, no reason, no field of a colleague', async () => {
  const canary = 'canary-4711'
  const desk = await aColleague(database.db, 'desk', {
    email: `${canary}@example.test`,
    phone: canary,
  })
  const ticket = await aTicket(database.db, {
    status: 'paused',
    pausedUntil: '2026-03-20',
    pauseReason: canary,
    ownerId: desk.id,
    solution: canary,
  })
  await aVisit(database.db, { ticketId: ticket.id, work: canary })
  await aConfirmedVisit(database.db, {
    ticketId: ticket.id,
    status: 'cancelled',
    cancelReason: canary,
  })
  await database.db
    .insert(ticketNotes)
    .values({ ticketId: ticket.id, authorId: desk.id, body: canary, createdAt: tuesdayMorning })
  await inTransaction(contextOf(database.db, desk), async (tx) => {
    await recordEvent(tx, ticket, 'note_added', { body: canary })
    await recordEvent(tx, ticket, 'first_contact', { words: canary })
  })
  await database.db
    .insert(attachments)
    .values({ ...picture, ticketId: ticket.id, stage: 'desk', originalName: canary })
  const seen = await readTrackedTicket(customerOf(ticket))
  expect(JSON.stringify(seen)).not.toContain(canary)
  expect(seen.events.map(({ kind }) => kind)).toEqual(['first_contact'])
  expect(seen.contact).toBe(desk.name)
})

test('a visit shows once it is agreed, with its crew', async () => {
  const visit = await aConfirmedVisit(database.db)
  const seen = await readTrackedTicket(customerOf({ id: visit.ticketId }))
  expect(seen.visits).toMatchObject([{ id: visit.id, status: 'confirmed', work: '调门轨' }])
  expect(seen.visits[0]?.crewZh).toContain('师傅')
})

describe('Q-12: another customer’s', () => {
  test('file is a missing one', async () => {
    const mine = await aTicket(database.db)
    const theirs = await aTicket(database.db)
    const { kept } = await addPhotosAsCustomer(customerOf(theirs), [await upload()])
    const id = only(kept).id
    expect(await trackedFile(customerOf(theirs), id)).toMatchObject({ contentType: 'image/jpeg' })
    const missing = { kind: 'not_found' }
    await expect(trackedFile(customerOf(mine), id)).rejects.toMatchObject(missing)
    await expect(trackedFile(customerOf(mine), "'; --")).rejects.toMatchObject(missing)
  })

  test('a desk’s file is a missing one for its own customer too', async () => {
    const ticket = await aTicket(database.db)
    const [row] = await database.db
      .insert(attachments)
      .values({ ...picture, ticketId: ticket.id, stage: 'desk' })
      .returning()
    await expect(trackedFile(customerOf(ticket), row!.id)).rejects.toMatchObject({
      kind: 'not_found',
    })
  })
})

describe('the customer writes', () => {
  test('a message, with its event', async () => {
    const ticket = await aTicket(database.db)
    await writeAsCustomer(customerOf(ticket), { body: '请按两次门铃', submissionKey: newToken() })
    const seen = await readTrackedTicket(customerOf(ticket))
    expect(seen.talk).toMatchObject([{ mine: true, author: null, body: '请按两次门铃' }])
    const events = await database.db
      .select()
      .from(ticketEvents)
      .where(eq(ticketEvents.ticketId, ticket.id))
    expect(only(events)).toMatchObject({ kind: 'message_from_customer', actorKind: 'customer' })
  })

  test('Q-5: the same form ten times at once is one message', async () => {
    const ticket = await aTicket(database.db)
    const message = { body: '请按两次门铃', submissionKey: newToken() }
    await Promise.all(
      Array.from({ length: 10 }, () => writeAsCustomer(customerOf(ticket), message)),
    )
    const rows = await database.db
      .select()
      .from(ticketMessages)
      .where(eq(ticketMessages.ticketId, ticket.id))
    expect(rows).toHaveLength(1)
  })

  test('not without end', async () => {
    const ticket = await aTicket(database.db)
    const write = () =>
      writeAsCustomer(customerOf(ticket), { body: '在吗', submissionKey: newToken() })
    for (let n = 0; n < 40; n += 1) await write()
    await expect(write()).rejects.toMatchObject({ kind: 'too_many', code: 'wroteTooOften' })
  })
})

describe('the customer adds photos', () => {
  test('once each, and what is no photo is named', async () => {
    const ticket = await aTicket(database.db)
    const bad = svgNamedJpg()
    const files = [
      await upload(),
      { field: 'photos', name: bad.name, bytes: bad.buffer, tooBig: false },
    ]
    const first = await addPhotosAsCustomer(customerOf(ticket), files)
    const second = await addPhotosAsCustomer(customerOf(ticket), files)
    expect(first.refusals).toEqual([{ name: bad.name, reason: 'not_allowed' }])
    expect(second.kept).toEqual(first.kept)
    const seen = await readTrackedTicket(customerOf(ticket))
    expect(seen.pictures).toMatchObject([{ stage: 'track', name: 'door.jpg', pdf: false }])
    const events = await database.db
      .select({ kind: ticketEvents.kind, data: ticketEvents.data })
      .from(ticketEvents)
      .where(eq(ticketEvents.ticketId, ticket.id))
    expect(events).toEqual([{ kind: 'photos_added', data: { count: 1 } }])
  })
})

test('a visit that was cancelled before anybody promised it did not happen for the customer', async () => {
  const desk = await aColleague(database.db, 'desk')
  const ticket = await aTicket(database.db, { status: 'triaged' })
  await inTransaction(contextOf(database.db, desk), async (tx) => {
    await recordEvent(tx, ticket, 'visit_cancelled', { reason: 'x', told: false })
    await recordEvent(tx, ticket, 'visit_cancelled', { reason: 'x', told: true })
  })
  const { events } = await readTrackedTicket(customerOf(ticket))
  expect(events.map(({ kind }) => kind)).toEqual(['visit_cancelled'])
})

test('a moved visit shows both windows and the reason, a pause its day without the reason', async () => {
  const desk = await aColleague(database.db, 'desk')
  const ticket = await aTicket(database.db, { status: 'triaged' })
  await inTransaction(contextOf(database.db, desk), async (tx) => {
    await recordEvent(tx, ticket, 'visit_moved', {
      start: ['2026-03-11T06:00:00.000Z', '2026-03-12T01:00:00.000Z'],
      end: ['2026-03-11T08:00:00.000Z', '2026-03-12T03:00:00.000Z'],
      crewId: [1, 2],
      reason: '配件明天才到',
    })
    await recordEvent(tx, ticket, 'paused', { reason: '等厂家报价', until: '2026-03-20' })
  })
  const { events } = await readTrackedTicket(customerOf(ticket))
  expect(events).toMatchObject([
    {
      moved: {
        from: { start: '2026-03-11T06:00:00.000Z', end: '2026-03-11T08:00:00.000Z' },
        to: { start: '2026-03-12T01:00:00.000Z', end: '2026-03-12T03:00:00.000Z' },
        reason: '配件明天才到',
      },
      pausedUntil: null,
    },
    { moved: null, pausedUntil: '2026-03-20' },
  ])
  expect(JSON.stringify(events)).not.toMatch(/厂家报价|crewId/)
})
