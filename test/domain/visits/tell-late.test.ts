import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { messages } from '#db/schema/messages.ts'
import { visitDelays } from '#db/schema/work.ts'
import { latestDelay, moveVisit, tellLate, wayOfDelay } from '#app/domain/visits/index.server.ts'
import { TellLateForm } from '#app/domain/visits/tell-late-form.ts'
import { recordStep } from '#app/domain/work/index.server.ts'
import { emailParams } from '#app/jobs/email-params.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { aCustomer } from '#test/factories/customers.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, at, eventsOf, mailsOf, visitNow } from './scene.ts'

const database = testDatabase()
const form = { reason: 'traffic', note: '', expected: '15:10' } as const

/** Planned for two o'clock, promised until four. */
async function coming(now = at('13:20')) {
  const visit = await aConfirmedVisit(database.db)
  const technician = await aColleague(database.db, 'crew', { crewId: visit.crewId })
  return { visit, technician, ctx: asActor(database.db, technician, now) }
}
const dispatcher = async (now = at('13:20')) =>
  asActor(database.db, await aColleague(database.db, 'dispatcher'), now)
const delaysOf = (visitId: number) =>
  database.db.select().from(visitDelays).where(eq(visitDelays.visitId, visitId))
const mailsAbout = async (visit: { ticketId: number }) =>
  (await mailsOf(database.db, visit.ticketId)).map(({ template, status }) => [template, status])

describe('DS-4 a crew that comes later', () => {
  test('is kept, in the history too, and the customer is told the reason and the new time', async () => {
    const { visit, technician, ctx } = await coming()
    await tellLate(ctx, visit.id, { ...form, note: '高架封了一段' })
    expect(await delaysOf(visit.id)).toEqual([
      expect.objectContaining({
        reason: 'traffic',
        note: '高架封了一段',
        expectedAt: at('15:10'),
        toldAt: at('13:20'),
        by: technician.id,
      }),
    ])
    expect(await eventsOf(database.db, visit.ticketId)).toEqual([
      {
        kind: 'late_told',
        visitId: visit.id,
        data: {
          reason: 'traffic',
          note: '高架封了一段',
          expectedAt: at('15:10').toISOString(),
          told: true,
        },
      },
    ])
    const [mail] = await mailsOf(database.db, visit.ticketId)
    const params = emailParams(mail!, await currentSettings(ctx))
    expect(params).toMatchObject({ about: '15:10', reason: '路上堵车\n高架封了一段' })
    expect(await visitNow(database.db, visit.id)).toMatchObject({
      plannedStart: visit.plannedStart,
      version: visit.version,
    })
  })

  test('the time is said in steps of five minutes, rather late than early', async () => {
    const { visit, ctx } = await coming()
    await tellLate(ctx, visit.id, { ...form, expected: '15:11' })
    expect(await latestDelay(ctx, visit)).toMatchObject({ expectedAt: at('15:15') })
    await tellLate(ctx, visit.id, { ...form, expected: '23:58' })
    expect(await latestDelay(ctx, visit)).toMatchObject({ expectedAt: at('23:55') })
  })

  test('the same reason and time twice, or from two at once, is said once', async () => {
    const { visit, ctx } = await coming()
    const desk = await dispatcher()
    await Promise.all([ctx, desk, ctx].map((one) => tellLate(one, visit.id, form)))
    expect(await delaysOf(visit.id)).toHaveLength(1)
    expect(await mailsAbout(visit)).toEqual([['visit-late', 'queued']])
  })

  test('a later word takes back the one that hasn’t gone out; one that has stays', async () => {
    const { visit, ctx } = await coming()
    await tellLate(ctx, visit.id, form)
    await tellLate(ctx, visit.id, { ...form, expected: '15:30' })
    await database.db.update(messages).set({ status: 'sent' }).where(eq(messages.status, 'queued'))
    await tellLate(ctx, visit.id, { ...form, expected: '15:40' })
    expect(await mailsAbout(visit)).toEqual([
      ['visit-late', 'withdrawn'],
      ['visit-late', 'sent'],
      ['visit-late', 'queued'],
    ])
  })

  test('says by which way the customer was told; one without email is to be called', async () => {
    const tellOf = async (email: string | null) => {
      const { id: customerId } = await aCustomer(database.db, { email })
      const ticket = await aTicket(database.db, { customerId, email, status: 'scheduled' })
      const visit = await aConfirmedVisit(database.db, { ticketId: ticket.id })
      const ctx = await dispatcher()
      await tellLate(ctx, visit.id, form)
      const delay = (await latestDelay(ctx, visit))!
      return { visit, ctx, delay, way: () => wayOfDelay(ctx, visit, delay) }
    }
    const written = await tellOf('late-way@example.test')
    expect(await written.way()).toBe('mail')
    expect(await (await tellOf(null)).way()).toBe('log')
    await database.db
      .update(messages)
      .set({ status: 'withdrawn' })
      .where(eq(messages.visitId, written.visit.id))
    expect(await written.way()).toBeNull()
  })

  test('on the way, the word that the crew is coming is taken back if it hasn’t gone out', async () => {
    const { visit, ctx } = await coming()
    await recordStep(ctx, visit.id, { step: 'set_out' })
    await tellLate(ctx, visit.id, form)
    expect(await mailsAbout(visit)).toEqual([
      ['crew-on-the-way', 'withdrawn'],
      ['visit-late', 'queued'],
    ])
  })

  test('after the window the customer is still told', async () => {
    const { visit, technician } = await coming()
    const late = asActor(database.db, technician, at('16:20'))
    await tellLate(late, visit.id, { ...form, expected: '17:00' })
    expect(await mailsAbout(visit)).toEqual([['visit-late', 'queued']])
  })

  test('what was recorded long ago without a network is kept and told nobody', async () => {
    const { visit, ctx } = await coming()
    await tellLate(ctx, visit.id, form, { heardAt: at('23:00') })
    expect(await delaysOf(visit.id)).toHaveLength(1)
    const [event] = await eventsOf(database.db, visit.ticketId)
    expect(event).toMatchObject({ kind: 'late_told', data: { told: false } })
    expect(await mailsAbout(visit)).toEqual([])
  })

  test('a visit that moves is expected when it is planned again, and what wasn’t sent is taken back', async () => {
    const { visit, ctx } = await coming()
    await tellLate(ctx, visit.id, form)
    await moveVisit(await dispatcher(at('13:30')), visit.id, {
      ...{ day: '2026-03-11', from: '09:00', to: '11:00' },
      ...{ reason: '师傅车坏了', version: visit.version },
    })
    expect(await latestDelay(ctx, visit)).toBeNull()
    expect(await mailsAbout(visit)).toEqual([
      ['visit-late', 'withdrawn'],
      ['visit-moved', 'queued'],
    ])
  })
})

describe('DS-4 it is refused', () => {
  test.each([
    ['arrived', 'crewIsThere'],
    ['working', 'crewIsThere'],
    ['finished', 'visitFinished'],
    ['cancelled', 'visitCancelled'],
  ] as const)('of one that is %s', async (status, code) => {
    const { ctx, technician } = await coming()
    const visit = await aConfirmedVisit(database.db, {
      ...{ crewId: technician.crewId!, status, workDone: 'x' },
      ...{ plannedStart: at('14:00', 7), plannedEnd: at('15:00', 7), arrivedAt: at('14:00') },
    })
    await expect(tellLate(ctx, visit.id, form)).rejects.toMatchObject({ code })
  })

  test('of one without a crew', async () => {
    const visit = await aVisit(database.db)
    await expect(tellLate(await dispatcher(), visit.id, form)).rejects.toMatchObject({
      code: 'visitNotInState',
    })
  })

  test.each([
    ['13:20', '13:15', 'expectedInPast'],
    ['13:20', '13:20', 'expectedInPast'],
    ['13:20', '14:00', 'expectedNotLater'],
    ['13:20', '13:40', 'expectedNotLater'],
  ])('at %s for %s', async (now, expected, code) => {
    const { visit, ctx } = await coming(at(now))
    await expect(tellLate(ctx, visit.id, { ...form, expected })).rejects.toMatchObject({ code })
    expect(await delaysOf(visit.id)).toEqual([])
  })

  test('on another day', async () => {
    const { visit, technician } = await coming()
    for (const day of [-1, 1]) {
      const ctx = asActor(database.db, technician, at('13:20', day))
      await expect(tellLate(ctx, visit.id, form)).rejects.toMatchObject({ code: 'lateOnItsDay' })
    }
  })

  test('for another reason without a word', () => {
    expect(TellLateForm.safeParse({ ...form, reason: 'other' }).success).toBe(false)
    expect(TellLateForm.safeParse({ ...form, reason: 'other', note: '领料' }).success).toBe(true)
  })

  test('to another crew, and to whoever has no part in it', async () => {
    const { visit } = await coming()
    const other = asActor(database.db, await aColleague(database.db, 'crew'), at('13:20'))
    await expect(tellLate(other, visit.id, form)).rejects.toMatchObject({ kind: 'not_found' })
    for (const role of ['caller', 'warehouse', 'store_guide'] as const) {
      const ctx = asActor(database.db, await aColleague(database.db, role), at('13:20'))
      await expect(tellLate(ctx, visit.id, form)).rejects.toMatchObject({ kind: 'forbidden' })
    }
  })
})
