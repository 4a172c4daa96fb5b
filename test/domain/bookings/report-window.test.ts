import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { settings } from '#db/schema/settings.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { nearestForReport, reportWindows, sendReport } from '#app/domain/bookings/index.server.ts'
import { listTickets } from '#app/domain/tickets/list-tickets.server.ts'
import { triageTicket, TriageTicketForm } from '#app/domain/tickets/triage-ticket.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { anonymous, contextOf } from '#test/factories/context.ts'
import { aPhone, only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, eventsOf, mailsOf, visitNow } from '../visits/scene.ts'
import { aDistrict, friday, windowAt, windowNow } from '#test/factories/districts.ts'

const database = testDatabase()
const publicly = () => contextOf(database.db, anonymous)

async function scene(categories = ['door']) {
  await database.db
    .insert(settings)
    .values({ key: 'bookableCategories', value: categories, updatedAt: new Date() })
    .onConflictDoUpdate({ target: settings.key, set: { value: categories } })
  const area = await aDistrict(database.db)
  const window = await windowAt(database.db, {
    areaId: area.id,
    service: 'repair',
    day: friday,
    from: '13:30',
  })
  const answers = {
    product: '三门橡木衣柜',
    category: 'door',
    description: '中间的门往下掉',
    address: `${area.nameZh}湖滨路 88 号`,
    name: '林晓岚',
    phone: aPhone(),
    email: 'lin@example.test',
    day: friday,
    window: String(window.id),
  }
  return { area, window, answers }
}

async function sent(answers: Record<string, string>, token = newToken()) {
  const submission = await sendReport(publicly(), token, answers)
  if (!submission.ok) throw new Error(JSON.stringify(submission.errors))
  return only(
    await database.db.select().from(tickets).where(eq(tickets.number, submission.sent.number)),
  )
}

describe('BK-1 a report with a window', () => {
  test('is a ticket with its visit on a crew, once however often it is sent', async () => {
    const { area, window, answers } = await scene()
    const token = newToken()
    const all = await Promise.all(Array.from({ length: 10 }, () => sent(answers, token)))
    expect(new Set(all.map(({ id }) => id)).size).toBe(1)
    const [ticket] = all
    expect(ticket).toMatchObject({ status: 'scheduled', areaId: area.id })
    const visit = only(
      await database.db.select().from(visits).where(eq(visits.ticketId, ticket!.id)),
    )
    expect(visit).toMatchObject({
      status: 'confirmed',
      windowId: window.id,
      work: '中间的门往下掉',
    })
    const mails = (await mailsOf(database.db, ticket!.id)).map(({ template }) => template)
    expect(mails.sort()).toEqual(['ticket-received', 'visit-booked'])
  })

  test('IN-2 it is still to be assessed and called about', async () => {
    const { answers } = await scene()
    const ticket = await sent(answers)
    expect(ticket).toMatchObject({ severity: null, firstContactAt: null })
    const desk = asActor(database.db, await aColleague(database.db, 'desk'))
    const listed = async () =>
      (await listTickets(desk as never, { queue: 'open', toAssess: true })).rows.map(({ id }) => id)
    expect(await listed()).toContain(ticket.id)
    await triageTicket(
      desk,
      ticket.number,
      TriageTicketForm.parse({
        version: ticket.version,
        submissionKey: newToken(),
        kind: 'repair',
        severity: '3',
        category: 'door',
      }),
    )
    expect(await listed()).not.toContain(ticket.id)
    const kinds = (await eventsOf(database.db, ticket.id)).map(({ kind }) => kind)
    expect(kinds).toContain('triaged')
    const visit = only(
      await database.db.select().from(visits).where(eq(visits.ticketId, ticket.id)),
    )
    expect(await visitNow(database.db, visit.id)).toMatchObject({ status: 'confirmed' })
  })

  test('BK-2 of two for the last place one has it; the other makes nothing and is shown the nearest', async () => {
    const { window, answers } = await scene()
    const other = { ...answers, phone: aPhone() }
    const results = await Promise.allSettled([sent(answers), sent(other)])
    expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'windowGone' } },
    ])
    const phones = [answers.phone, other.phone]
    const made = await database.db.select({ phone: tickets.phone }).from(tickets)
    expect(made.filter(({ phone }) => phones.includes(phone))).toHaveLength(1)
    expect(await windowNow(database.db, window.id)).toMatchObject({ bookedVisits: 1 })
    const nearest = await nearestForReport(publicly(), other)
    expect(nearest).toHaveLength(3)
    expect(nearest.map(({ id }) => id)).not.toContain(window.id)
    const again = await sent({ ...other, window: String(nearest[0]!.id) })
    expect(again).toMatchObject({ status: 'scheduled' })
  })

  test('without a window it is new, as ever', async () => {
    const { area, answers } = await scene()
    expect(await sent({ ...answers, day: '', window: '' })).toMatchObject({
      status: 'new',
      areaId: area.id,
    })
  })

  test('a category that isn’t switched on, another area or service gets none', async () => {
    const { area, answers } = await scene(['loose'])
    expect(await reportWindows(publicly(), answers)).toEqual([])
    await expect(sent(answers)).rejects.toMatchObject({ code: 'windowGone' })
    const open = await scene()
    expect((await reportWindows(publicly(), open.answers)).length).toBeGreaterThan(0)
    expect(await reportWindows(publicly(), { ...open.answers, address: '火星' })).toEqual([])
    const survey = await windowAt(database.db, {
      areaId: area.id,
      service: 'survey',
      day: friday,
      from: '13:30',
    })
    const wrong = { ...open.answers, window: String(survey.id) }
    await expect(sent(wrong)).rejects.toMatchObject({ code: 'windowGone' })
    const submission = await sendReport(publicly(), newToken(), { ...open.answers, window: 'x' })
    expect(submission).toMatchObject({ ok: false, errors: { window: 'validation:window' } })
  })
})
