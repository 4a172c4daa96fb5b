import ICAL from 'ical.js'
import { expect, test, vi } from 'vitest'
import { changeTicketFeed, openFeed, ticketCalendar } from '#app/domain/calendars/index.server.ts'
import { companyZone } from '#app/platform/time.server.ts'
import { anonymous, contextOf } from '#test/factories/context.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'

vi.hoisted(() => (process.env.COMPANY_ZONE = 'Europe/Berlin'))

const database = testDatabase()

test.each([
  ['the first of an hour clocks show twice', '2026-10-25T00:30:00Z'],
  ['the second of it', '2026-10-25T01:30:00Z'],
  ['before the hour clocks leave out', '2027-03-28T00:30:00Z'],
  ['after it', '2027-03-28T01:30:00Z'],
])('a calendar holds where clocks change: %s', async (_, at) => {
  expect(companyZone()).toBe('Europe/Berlin')
  const start = new Date(at)
  const end = new Date(start.getTime() + 2 * 3_600_000)
  const { ticketId } = await aConfirmedVisit(database.db, { windowStart: start, windowEnd: end })
  const customer = contextOf(database.db, { kind: 'customer', ticketId })
  await changeTicketFeed(customer, { feed: 'renew' })
  const { feed } = await ticketCalendar(customer)
  const text = await openFeed(contextOf(database.db, anonymous), feed!)
  const [event] = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent')
  const { startDate, endDate } = new ICAL.Event(event)
  expect([startDate.toJSDate(), endDate.toJSDate()]).toEqual([start, end])
  expect(startDate.zone).toBe(ICAL.Timezone.utcTimezone)
})
