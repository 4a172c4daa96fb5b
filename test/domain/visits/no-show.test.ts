import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { promises } from '#db/schema/promises.ts'
import { callAhead, confirmVisit, noShow, tellLate } from '#app/domain/visits/index.server.ts'
import { NoShowForm } from '#app/domain/visits/no-show-form.ts'
import { emailParams } from '#app/jobs/email-params.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { aPromise } from '#test/factories/promises.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, at, eventsOf, followUpsOf, mailsOf, ticketNow, visitNow } from './scene.ts'

const database = testDatabase()
const absent = { side: 'customer', note: '敲了三次门' } as const
const nobody = { side: 'crew', note: '车坏在路上' } as const

/** Planned for two o'clock, promised until four; the crew has been at the door since `arrived`. */
async function atTheDoor(arrived: Date | null = at('14:02')) {
  const visit = await aConfirmedVisit(database.db, {
    ...{ status: arrived ? 'arrived' : 'on_the_way', setOutAt: at('13:40'), arrivedAt: arrived },
  })
  const promise = await aPromise(database.db, { visit })
  const technician = await aColleague(database.db, 'crew', { crewId: visit.crewId })
  return { visit, promise, technician, ctx: asActor(database.db, technician, at('14:20')) }
}
const as = async (role: Parameters<typeof aColleague>[1], now = at('14:20')) =>
  asActor(database.db, await aColleague(database.db, role), now)
const promiseNow = async (visitId: number) => {
  const [row] = await database.db.select().from(promises).where(eq(promises.visitId, visitId))
  return row
}
const called = { outcome: 'no_answer', call: 1 } as const

describe('DS-4 the customer wasn’t there', () => {
  test('the visit comes to nothing, the crew is free, the ticket is the desk’s again, no follow-up', async () => {
    const { visit, technician, ctx } = await atTheDoor()
    await callAhead(ctx, visit.id, called)
    await callAhead(ctx, visit.id, { ...called, call: 2 })
    await noShow(ctx, visit.id, absent)
    expect(await visitNow(database.db, visit.id)).toMatchObject({
      ...{ status: 'cancelled', noShow: 'customer', cancelReason: '敲了三次门' },
      cancelledAt: at('14:20'),
    })
    expect(await ticketNow(database.db, visit.ticketId)).toMatchObject({ status: 'triaged' })
    expect(await followUpsOf(database.db, visit.ticketId)).toEqual([])
    expect((await eventsOf(database.db, visit.ticketId)).at(-1)).toEqual({
      kind: 'customer_no_show',
      visitId: visit.id,
      data: { note: '敲了三次门' },
    })
    expect(await promiseNow(visit.id)).toMatchObject({
      ...{ outcome: 'released', breach: null },
      ...{ settledBy: technician.id, settledAt: at('14:20') },
    })
    const other = await aVisit(database.db)
    const dispatcher = await as('dispatcher', at('11:00'))
    await confirmVisit(dispatcher, other.id, { crewId: visit.crewId!, start: '14:30', version: 1 })
  })

  test('they are told kindly when the crew was there and how often it called', async () => {
    const { visit, ctx } = await atTheDoor()
    await callAhead(ctx, visit.id, { outcome: 'answered', call: 1 })
    await callAhead(ctx, visit.id, { ...called, call: 2 })
    await noShow(ctx, visit.id, absent)
    const mails = await mailsOf(database.db, visit.ticketId)
    expect(mails.map(({ template }) => template)).toEqual(['customer-no-show'])
    expect(emailParams(mails[0]!, await currentSettings(ctx))).toMatchObject({
      ...{ arrived: '14:02', late: false, calls: '1' },
    })
  })

  test('said twice, or by two at once, it is said once', async () => {
    const { visit, ctx } = await atTheDoor()
    await callAhead(ctx, visit.id, called)
    const desk = await as('desk')
    await Promise.all([ctx, desk, ctx].map((one) => noShow(one, visit.id, absent)))
    await noShow(desk, visit.id, absent)
    expect(await mailsOf(database.db, visit.ticketId)).toHaveLength(1)
  })

  test('a crew that came after the window has broken its promise all the same', async () => {
    const { visit, technician } = await atTheDoor(at('16:10'))
    const ctx = asActor(database.db, technician, at('16:20'))
    await callAhead(ctx, visit.id, called)
    await noShow(ctx, visit.id, absent)
    expect(await promiseNow(visit.id)).toMatchObject({ outcome: 'broken', breach: 'late' })
    const [mail] = await mailsOf(database.db, visit.ticketId)
    expect(mail!.params).toMatchObject({ late: true })
  })

  test('what was to come after it is cancelled with it, and the customer told', async () => {
    const { visit, ctx } = await atTheDoor()
    const install = await aConfirmedVisit(database.db, {
      ...{ ticketId: visit.ticketId, skill: 'install', afterVisitId: visit.id },
      ...{ windowStart: at('09:00', 1), windowEnd: at('11:00', 1) },
      ...{ plannedStart: at('09:00', 1), plannedEnd: at('10:00', 1) },
    })
    await callAhead(ctx, visit.id, called)
    await noShow(ctx, visit.id, absent)
    expect(await visitNow(database.db, install.id)).toMatchObject({
      ...{ status: 'cancelled', noShow: null },
    })
    const mails = await mailsOf(database.db, visit.ticketId)
    expect(mails.map(({ template }) => template).sort()).toEqual([
      'customer-no-show',
      'visit-cancelled',
    ])
  })

  test('the crew tries to call first', async () => {
    const { visit, ctx } = await atTheDoor()
    await expect(noShow(ctx, visit.id, absent)).rejects.toMatchObject({ code: 'noShowUncalled' })
    await noShow(await as('dispatcher'), visit.id, absent)
  })

  test.each([
    ['on_the_way', null, '14:20', 'noShowBeforeArrival'],
    ['working', '14:02', '14:20', 'noShowAfterStart'],
    ['finished', '14:02', '14:20', 'noShowAfterStart'],
    ['cancelled', '14:02', '14:20', 'visitCancelled'],
    ['arrived', '13:30', '13:50', 'noShowBeforeWindow'],
  ] as const)('%s since %s, at %s it is refused', async (status, arrived, now, code) => {
    const visit = await aConfirmedVisit(database.db, {
      ...{ status, arrivedAt: arrived && at(arrived), workDone: 'x' },
    })
    const ctx = await as('desk', at(now))
    await expect(noShow(ctx, visit.id, absent)).rejects.toMatchObject({ code })
  })
})

describe('DS-4 the crew wasn’t there', () => {
  test('the promise is broken, the ticket is the desk’s again, and the customer reads an apology', async () => {
    const { visit } = await atTheDoor(null)
    const ctx = await as('dispatcher', at('16:30'))
    await tellLate(ctx, visit.id, { reason: 'vehicle', note: '', expected: '17:30' })
    await noShow(ctx, visit.id, nobody)
    expect(await visitNow(database.db, visit.id)).toMatchObject({
      ...{ status: 'cancelled', noShow: 'crew', cancelReason: '车坏在路上' },
    })
    expect(await ticketNow(database.db, visit.ticketId)).toMatchObject({ status: 'triaged' })
    expect(await promiseNow(visit.id)).toMatchObject({ outcome: 'broken', breach: 'missed' })
    expect((await eventsOf(database.db, visit.ticketId)).at(-1)).toMatchObject({
      kind: 'crew_no_show',
      data: { note: '车坏在路上' },
    })
    const mails = await mailsOf(database.db, visit.ticketId)
    expect(mails.map(({ template, status }) => [template, status])).toEqual([
      ['visit-late', 'withdrawn'],
      ['crew-no-show', 'queued'],
    ])
    expect(mails[1]!.params).toMatchObject({ reason: '车坏在路上' })
  })

  test('not before the window is over, nor when the crew was there', async () => {
    const { visit } = await atTheDoor(null)
    const early = await as('dispatcher', at('15:59'))
    await expect(noShow(early, visit.id, nobody)).rejects.toMatchObject({ code: 'windowNotOver' })
    const there = await atTheDoor()
    const late = await as('dispatcher', at('16:30'))
    await expect(noShow(late, there.visit.id, nobody)).rejects.toMatchObject({
      code: 'crewIsThere',
    })
  })

  test('a crew doesn’t say it of itself, nor of another’s visit', async () => {
    const { visit, technician } = await atTheDoor(null)
    const own = asActor(database.db, technician, at('16:30'))
    await expect(noShow(own, visit.id, nobody)).rejects.toMatchObject({ kind: 'forbidden' })
    const other = await as('crew', at('16:30'))
    await expect(noShow(other, visit.id, absent)).rejects.toMatchObject({ kind: 'not_found' })
    const caller = await as('caller', at('16:30'))
    await expect(noShow(caller, visit.id, nobody)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

test.each([
  [{}, 'validation:tried'],
  [{ side: 'customer', note: '  ' }, 'validation:tried'],
  [{ side: 'crew' }, 'validation:reason'],
  [{ side: 'crew', note: 'x'.repeat(501) }, 'validation:tooLong'],
])('%j asks for what is missing: %s', (typed, message) => {
  const { error } = NoShowForm.safeParse(typed)
  expect(error?.issues.map((issue) => [issue.path, issue.message])).toEqual([[['note'], message]])
})
