import ICAL from 'ical.js'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { staff } from '#db/schema/accounts.ts'
import { tickets } from '#db/schema/tickets.ts'
import {
  calendarFileOfTicket,
  changeCrewFeed,
  changeTicketFeed,
  crewFeed,
  openFeed,
  ticketCalendar,
} from '#app/domain/calendars/index.server.ts'
import { cancelVisit, moveVisit } from '#app/domain/visits/index.server.ts'
import { anonymous, contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const reader = (now = tuesdayMorning) => contextOf(database.db, anonymous, { now })
const customer = (ticketId: number) => contextOf(database.db, { kind: 'customer', ticketId })
const renew = { feed: 'renew' } as const
const stop = { feed: 'stop' } as const

/** Read by somebody else's parser; the form of the lines is checked on its own. */
function parse(text: string) {
  for (const line of text.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(line).not.toMatch(/[\r\n]/)
  }
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[^]*\r\nEND:VCALENDAR\r\n$/)
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      sequence: event.sequence,
      start: event.startDate.toJSDate(),
      end: event.endDate.toJSDate(),
      utc: event.startDate.zone === ICAL.Timezone.utcTimezone,
      summary: event.summary,
      location: event.location,
      description: event.description,
      status: component.getFirstPropertyValue('status'),
      alarms: component.getAllSubcomponents('valarm').length,
      stamp: component.getFirstPropertyValue('dtstamp') !== null,
      properties: component.getAllProperties().map(({ name }) => name),
    }
  })
}

async function ticketFeed(ticketId: number) {
  await changeTicketFeed(customer(ticketId), renew)
  return (await ticketCalendar(customer(ticketId))).feed!
}
const dispatcher = async () => contextOf(database.db, await aColleague(database.db, 'dispatcher'))

describe('BK-4 a customer’s calendar', () => {
  test('has the agreed window, what for, where and whom to call; nothing of a crew or a colleague (Q-13)', async () => {
    const visit = await aConfirmedVisit(database.db)
    const text = await openFeed(reader(), await ticketFeed(visit.ticketId))
    const [event, ...others] = parse(text)
    expect(others).toEqual([])
    expect(event).toMatchObject({
      uid: expect.stringContaining(`visit-${visit.id}@`) as unknown,
      sequence: 1,
      start: visit.windowStart,
      end: visit.windowEnd,
      utc: true,
      location: '上海市徐汇区漕溪路 1 号',
      status: 'CONFIRMED',
      alarms: 1,
      stamp: true,
    })
    expect(event!.description).toContain(visit.work)
    expect(text).not.toMatch(/号师傅|Crew \d/)
  })

  test('moves with the visit under the same name, and marks it when it is cancelled', async () => {
    const visit = await aConfirmedVisit(database.db)
    const token = await ticketFeed(visit.ticketId)
    const [before] = parse(await openFeed(reader(), token))
    await moveVisit(await dispatcher(), visit.id, {
      day: '2026-03-12',
      from: '09:00',
      to: '11:00',
      reason: '换一天',
      version: 1,
    })
    const [moved] = parse(await openFeed(reader(), token))
    expect(moved).toMatchObject({ uid: before!.uid, start: new Date('2026-03-12T01:00:00Z') })
    expect(moved!.sequence).toBeGreaterThan(before!.sequence)
    await cancelVisit(await dispatcher(), visit.id, { reason: '不用了', version: moved!.sequence })
    const [cancelled] = parse(await openFeed(reader(), token))
    expect(cancelled).toMatchObject({ uid: before!.uid, status: 'CANCELLED' })
    expect(cancelled!.sequence).toBeGreaterThan(moved!.sequence)
    const file = parse((await calendarFileOfTicket(customer(visit.ticketId))).text)
    expect(file).toMatchObject([{ uid: before!.uid, status: 'CANCELLED', alarms: 0 }])
  })

  test('knows no visit that was only thought of, and none of another ticket of the same phone', async () => {
    const visit = await aConfirmedVisit(database.db)
    await aVisit(database.db, { ticketId: visit.ticketId })
    const [ticket] = await database.db.select().from(tickets).where(eq(tickets.id, visit.ticketId))
    const second = await aTicket(database.db, { customerId: ticket!.customerId })
    await aConfirmedVisit(database.db, { ticketId: second.id })
    const events = parse(await openFeed(reader(), await ticketFeed(visit.ticketId)))
    expect(events.map(({ uid }) => uid.split('@')[0])).toEqual([`visit-${visit.id}`])
  })

  test('Q-15 an unknown, a replaced and a stopped address are missing', async () => {
    const { ticketId } = await aConfirmedVisit(database.db)
    const first = await ticketFeed(ticketId)
    const second = await ticketFeed(ticketId)
    expect(second).not.toBe(first)
    await expect(openFeed(reader(), first)).rejects.toMatchObject({ kind: 'not_found' })
    expect(parse(await openFeed(reader(), second))).toHaveLength(1)
    await changeTicketFeed(customer(ticketId), stop)
    expect((await ticketCalendar(customer(ticketId))).feed).toBeNull()
    for (const token of [second, 'x'.repeat(32), '', '../..']) {
      await expect(openFeed(reader(), token)).rejects.toMatchObject({ kind: 'not_found' })
    }
  })

  test('made twice at once has one address in the end', async () => {
    const { ticketId } = await aConfirmedVisit(database.db)
    await Promise.all(Array.from({ length: 8 }, () => changeTicketFeed(customer(ticketId), renew)))
    const { feed } = await ticketCalendar(customer(ticketId))
    expect(parse(await openFeed(reader(), feed!))).toHaveLength(1)
    await changeTicketFeed(customer(ticketId), stop)
    expect((await ticketCalendar(customer(ticketId))).feed).toBeNull()
  })

  test.each([
    'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\r\nSUMMARY:evil',
    'semi;colon, comma \\n back\\slash "quote" :colon',
    'one\u0007two\u202Ethree\uFEFF\u2028four\u0085five',
    `${'长'.repeat(200)}👩‍👩‍👧‍👦🇨🇳${'e\u0301'.repeat(80)}`,
  ])('Q-20 Q-22 hostile words stay words: %j', async (words) => {
    const ticket = await aTicket(database.db, { address: words, status: 'scheduled' })
    await aConfirmedVisit(database.db, { ticketId: ticket.id, work: words })
    const [event, ...others] = parse(await openFeed(reader(), await ticketFeed(ticket.id)))
    expect(others).toEqual([])
    expect(event!.properties.filter((name) => name === 'uid')).toHaveLength(1)
    expect(event!.uid).toMatch(/^visit-\d+@/)
    const inert = words.replace(/[\u202E\uFEFF]/g, '').replace(/[\s\p{Cc}]+/gu, ' ')
    expect(event!.location).toBe(inert)
    expect(event!.description.split('\n')[0]).toBe(inert)
  })
})

describe('BK-4 a crew’s calendar', () => {
  async function aMember() {
    const visit = await aConfirmedVisit(database.db)
    const member = await aColleague(database.db, 'crew', { crewId: visit.crewId })
    const ctx = contextOf(database.db, member)
    await changeCrewFeed(ctx, renew)
    return { visit, member, ctx, token: (await crewFeed(ctx))! }
  }

  test('has its own stops at their planned time, with name, phone and address', async () => {
    const { visit, token } = await aMember()
    const [ticket] = await database.db.select().from(tickets).where(eq(tickets.id, visit.ticketId))
    const [event, ...others] = parse(await openFeed(reader(), token))
    expect(others).toEqual([])
    expect(event).toMatchObject({
      start: visit.plannedStart,
      end: visit.plannedEnd,
      location: ticket!.address,
    })
    expect(event!.summary).toContain(ticket!.name)
    expect(event!.description).toContain(ticket!.phone)
  })

  test.each([
    ['is disabled', { disabledAt: tuesdayMorning }],
    ['leaves the crew', { crewId: null }],
  ])('stops for good when its reader %s', async (_, change) => {
    const { member, token } = await aMember()
    await database.db.update(staff).set(change).where(eq(staff.id, member.id))
    await expect(openFeed(reader(), token)).rejects.toMatchObject({ kind: 'not_found' })
    await database.db
      .update(staff)
      .set({ disabledAt: null, crewId: member.crewId })
      .where(eq(staff.id, member.id))
    await expect(openFeed(reader(), token)).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('is its reader’s own: stopping it leaves a mate’s', async () => {
    const { ctx, token, visit } = await aMember()
    const mate = contextOf(
      database.db,
      await aColleague(database.db, 'crew', { crewId: visit.crewId }),
    )
    await changeCrewFeed(mate, renew)
    await changeCrewFeed(ctx, stop)
    await expect(openFeed(reader(), token)).rejects.toMatchObject({ kind: 'not_found' })
    expect(parse(await openFeed(reader(), (await crewFeed(mate))!))).toHaveLength(1)
  })

  test('is nobody’s without a crew, and no desk’s', async () => {
    const member = await aColleague(database.db, 'crew')
    const alone = contextOf(database.db, { ...member, crewId: null })
    await expect(changeCrewFeed(alone, renew)).rejects.toMatchObject({ code: 'noCrewForCalendar' })
    const desk = contextOf(database.db, await aColleague(database.db, 'desk'))
    await expect(changeCrewFeed(desk, renew)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
