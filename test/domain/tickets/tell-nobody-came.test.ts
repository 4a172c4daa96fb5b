import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { ticketEvents, ticketMessages } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { visitDelays } from '#db/schema/work.ts'
import {
  NobodyCameForm,
  readTrackedTicket,
  tellNobodyCame,
} from '#app/domain/tickets/index.server.ts'
import type { Locale } from '#db/vocabulary/locales.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const later = (hours: number) => new Date(tuesdayMorning.getTime() + hours * 3_600_000)
/** The factory's window is 14:00–16:00, four to six hours after the Tuesday's ten. */
const afterWindow = later(6.5)
const customerOf = (ticketId: number, { now = afterWindow, locale = 'zh-CN' as Locale } = {}) =>
  contextOf(database.db, { kind: 'customer', ticketId }, { now, locale })
const messagesOf = (ticketId: number) =>
  database.db.select().from(ticketMessages).where(eq(ticketMessages.ticketId, ticketId))

test('DS-4: nobody came: a message to the desk in fixed words and the customer’s own', async () => {
  const visit = await aConfirmedVisit(database.db)
  const { ticketId } = visit
  await tellNobodyCame(customerOf(ticketId), visit.id, { words: '等了一下午' })
  expect(only(await messagesOf(ticketId))).toMatchObject({
    direction: 'from_customer',
    body: '没有人来。约好的维修：3月10日 周二 14:00–16:00。\n等了一下午',
  })
  const events = await database.db
    .select()
    .from(ticketEvents)
    .where(and(eq(ticketEvents.ticketId, ticketId)))
  expect(only(events)).toMatchObject({
    kind: 'message_from_customer',
    actorKind: 'customer',
    visitId: visit.id,
  })
  const seen = await readTrackedTicket(customerOf(ticketId))
  expect(only(seen.visits).toldNobodyCameAt).toBe(afterWindow.toISOString())
})

test('in the language the customer reads, with nothing but the fixed words when they add none', async () => {
  const visit = await aConfirmedVisit(database.db)
  await tellNobodyCame(customerOf(visit.ticketId, { locale: 'en' }), visit.id, { words: '' })
  expect(only(await messagesOf(visit.ticketId)).body).toBe(
    'Nobody came. Agreed was: Repair, Tue 10 Mar, 14:00–16:00.',
  )
})

test('Q-5: ten times at once, and later again, is one message; in another window it may be missed again', async () => {
  const visit = await aConfirmedVisit(database.db)
  const tell = () => tellNobodyCame(customerOf(visit.ticketId), visit.id, { words: '' })
  await Promise.all(Array.from({ length: 10 }, tell))
  await tellNobodyCame(customerOf(visit.ticketId, { now: later(9) }), visit.id, { words: '还没来' })
  expect(await messagesOf(visit.ticketId)).toHaveLength(1)
  const moved = { windowStart: later(28), windowEnd: later(30) }
  await database.db.update(visits).set(moved).where(eq(visits.id, visit.id))
  const next = customerOf(visit.ticketId, { now: later(31) })
  await tellNobodyCame(next, visit.id, { words: '' })
  expect(await messagesOf(visit.ticketId)).toHaveLength(2)
})

describe('DS-4: refused', () => {
  const refusal = (code: string) => ({ kind: 'conflict', code })
  test('before the window is over', async () => {
    const visit = await aConfirmedVisit(database.db)
    await expect(
      tellNobodyCame(customerOf(visit.ticketId, { now: later(6) }), visit.id, { words: '' }),
    ).rejects.toMatchObject(refusal('visitNotOver'))
    expect(await messagesOf(visit.ticketId)).toEqual([])
  })

  test('before the later time that was told', async () => {
    const visit = await aConfirmedVisit(database.db)
    const { id: by } = await aColleague(database.db, 'dispatcher')
    await database.db.insert(visitDelays).values({
      visitId: visit.id,
      reason: 'traffic',
      expectedAt: later(7),
      toldAt: later(5),
      by,
    })
    const tell = (now: Date) =>
      tellNobodyCame(customerOf(visit.ticketId, { now }), visit.id, { words: '' })
    await expect(tell(afterWindow)).rejects.toMatchObject(refusal('visitNotOver'))
    await tell(later(7.1))
    expect(await messagesOf(visit.ticketId)).toHaveLength(1)
  })

  test('once the crew has arrived, or when the visit was cancelled', async () => {
    const arrived = await aConfirmedVisit(database.db, {
      status: 'arrived',
      setOutAt: later(4),
      arrivedAt: later(5),
    })
    await expect(
      tellNobodyCame(customerOf(arrived.ticketId), arrived.id, { words: '' }),
    ).rejects.toMatchObject(refusal('crewCameAfterAll'))
    const cancelled = await aConfirmedVisit(database.db, { status: 'cancelled' })
    await expect(
      tellNobodyCame(customerOf(cancelled.ticketId), cancelled.id, { words: '' }),
    ).rejects.toMatchObject(refusal('visitCancelled'))
  })

  test('Q-12: another customer’s visit, and one nobody was told of, are missing ones', async () => {
    const visit = await aConfirmedVisit(database.db)
    const other = await aTicket(database.db)
    const missing = { kind: 'not_found' }
    await expect(
      tellNobodyCame(customerOf(other.id), visit.id, { words: '' }),
    ).rejects.toMatchObject(missing)
    const proposed = await aVisit(database.db)
    await expect(
      tellNobodyCame(customerOf(proposed.ticketId), proposed.id, { words: '' }),
    ).rejects.toMatchObject(missing)
  })

  test('words without end', () => {
    expect(NobodyCameForm.safeParse({ words: 'x'.repeat(1001) }).success).toBe(false)
    expect(NobodyCameForm.safeParse({}).data).toEqual({ words: '' })
  })
})
