import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { messages } from '#db/schema/messages.ts'
import { tickets } from '#db/schema/tickets.ts'
import { deliverMessage } from '#app/domain/messages/index.server.ts'
import {
  cancelVisit,
  moveVisit,
  remindVisit,
  scheduleReminder,
} from '#app/domain/visits/index.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, at, eventsOf, mailsOf, visitNow } from './scene.ts'

const database = testDatabase()
const today = '2026-03-10'

const theEveningBefore = at('18:00', -1)
const job = (now: Date) => contextOf(database.db, { kind: 'job' }, { now })
const remind = (visit: { id: number }, { day = today, now = theEveningBefore } = {}) =>
  remindVisit(job(now), { visitId: visit.id, day })
const schedule = (visit: { id: number; windowStart: Date }, now: Date) =>
  inTransaction(job(now), (tx) => scheduleReminder(tx, visit))
const dispatcher = async (now: Date) =>
  asActor(database.db, await aColleague(database.db, 'dispatcher'), now)

const jobsOf = async (visit: { id: number }) => {
  const admin = database.connect()
  return admin<{ day: string; runAt: Date }[]>`
    select j.payload ->> 'day' as day, j.run_at as "runAt"
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'remind-visit' and (j.payload ->> 'visitId')::int = ${visit.id}`
}
const remindersOf = async (visit: { ticketId: number }) =>
  (await mailsOf(database.db, visit.ticketId)).filter(
    ({ template }) => template === 'visit-reminder',
  )
const move = async (visit: { id: number }, day: string, now: Date) => {
  const { version } = await visitNow(database.db, visit.id)
  await moveVisit(await dispatcher(now), visit.id, {
    day,
    from: '14:00',
    to: '16:00',
    reason: '换一天',
    version,
  })
}

describe('BK-4 the reminder', () => {
  test('is made for six in the evening of the day before, in the company’s zone', async () => {
    const visit = await aConfirmedVisit(database.db)
    await schedule(visit, at('09:00', -3))
    expect(await jobsOf(visit)).toEqual([{ day: today, runAt: theEveningBefore }])
  })

  test('of a window agreed after that hour is none', async () => {
    const visit = await aConfirmedVisit(database.db)
    await schedule(visit, at('18:30', -1))
    expect(await jobsOf(visit)).toEqual([])
  })

  test('says what and when, is kept in the history, and goes out once', async () => {
    const visit = await aConfirmedVisit(database.db)
    await remind(visit)
    await remind(visit)
    const [message, ...others] = await remindersOf(visit)
    expect(others).toEqual([])
    expect(message).toMatchObject({
      visitId: visit.id,
      channel: 'mail',
      status: 'queued',
      params: {
        service: 'repair',
        start: at('14:00').toISOString(),
        changeUntil: at('17:30', -1).toISOString(),
      },
    })
    expect(await visitNow(database.db, visit.id)).toMatchObject({
      remindedFor: visit.windowStart,
      version: visit.version,
    })
    expect((await eventsOf(database.db, visit.ticketId)).map(({ kind }) => kind)).toEqual([
      'reminded',
    ])
  })

  test('goes out once when the job runs many times at once', async () => {
    const visit = await aConfirmedVisit(database.db)
    await Promise.all(Array.from({ length: 12 }, () => remind(visit)))
    expect(await remindersOf(visit)).toHaveLength(1)
  })

  test('goes out once when a run died half way and the next one begins anew', async () => {
    const visit = await aConfirmedVisit(database.db)
    const dying = inTransaction(job(theEveningBefore), async (tx) => {
      await remindVisit(tx, { visitId: visit.id, day: today })
      throw new Error('the process ended')
    })
    await expect(dying).rejects.toThrow('the process ended')
    expect(await remindersOf(visit)).toEqual([])
    await remind(visit)
    expect(await remindersOf(visit)).toHaveLength(1)
  })

  test('of a visit moved to another day is for the new day alone', async () => {
    const visit = await aConfirmedVisit(database.db)
    await schedule(visit, at('09:00', -3))
    await move(visit, '2026-03-12', at('10:00', -2))
    expect(await jobsOf(visit)).toEqual([{ day: '2026-03-12', runAt: at('18:00', 1) }])
    await remind(visit)
    expect(await remindersOf(visit)).toEqual([])
    await remind(visit, { day: '2026-03-12', now: at('18:00', 1) })
    expect(await remindersOf(visit)).toMatchObject([
      { params: { start: at('14:00', 2).toISOString() } },
    ])
  })

  test('of a visit moved away and back again is one', async () => {
    const visit = await aConfirmedVisit(database.db)
    await move(visit, '2026-03-12', at('10:00', -3))
    await move(visit, today, at('11:00', -3))
    expect(await jobsOf(visit)).toEqual([{ day: today, runAt: theEveningBefore }])
    await remind(visit)
    await remind(visit, { day: '2026-03-12' })
    expect(await remindersOf(visit)).toHaveLength(1)
  })

  test('of a cancelled, a finished or a begun visit is none', async () => {
    const cancelled = await aConfirmedVisit(database.db)
    await cancelVisit(await dispatcher(at('10:00', -2)), cancelled.id, {
      reason: '顾客不要了',
      version: 1,
    })
    const begun = await aConfirmedVisit(database.db)
    const underWay = await aConfirmedVisit(database.db, { status: 'on_the_way' })
    await remind(cancelled)
    await remind(begun, { now: at('14:00') })
    await remind(underWay)
    for (const visit of [cancelled, begun, underWay]) expect(await remindersOf(visit)).toEqual([])
  })

  test('already written, not yet gone out, is withdrawn with a move or a cancellation', async () => {
    const ways = [
      (visit: { id: number }) => move(visit, '2026-03-12', at('18:05', -1)),
      async (visit: { id: number; version: number }) =>
        cancelVisit(await dispatcher(at('18:05', -1)), visit.id, {
          reason: '顾客不要了',
          version: visit.version,
        }),
    ]
    for (const change of ways) {
      const visit = await aConfirmedVisit(database.db)
      await remind(visit)
      await change(visit)
      const [message] = await remindersOf(visit)
      expect(message!.status).toBe('withdrawn')
      await deliverMessage(
        job(at('18:06', -1)),
        message!.id,
        {
          render: () => Promise.resolve({ subject: 's', text: 't', html: 'h' }),
          handOver: () => {
            throw new Error('a withdrawn reminder was handed over')
          },
        },
        { last: false },
      )
      expect(await remindersOf(visit)).toMatchObject([{ status: 'withdrawn', sentAt: null }])
    }
  })

  test('being handed over while its visit is cancelled goes out before, never after', async () => {
    const visit = await aConfirmedVisit(database.db)
    await remind(visit)
    const [message] = await remindersOf(visit)
    const order: string[] = []
    let begun = () => {}
    const handingOver = new Promise<void>((resolve) => (begun = resolve))
    const delivered = deliverMessage(
      job(at('18:01', -1)),
      message!.id,
      {
        render: () => Promise.resolve({ subject: 's', text: 't', html: 'h' }),
        handOver: async () => {
          begun()
          await new Promise((resolve) => setTimeout(resolve, 300))
          order.push('handed over')
          return { outcome: 'sent', providerId: 'p1' }
        },
      },
      { last: false },
    )
    await handingOver
    await cancelVisit(await dispatcher(at('18:01', -1)), visit.id, {
      reason: '顾客不要了',
      version: visit.version,
    })
    order.push('cancelled')
    await delivered
    expect(order).toEqual(['handed over', 'cancelled'])
    expect(await remindersOf(visit)).toMatchObject([{ status: 'sent' }])
  })

  test('of a customer without an address stands in the log, to be told by phone', async () => {
    const visit = await aConfirmedVisit(database.db)
    await database.db.update(tickets).set({ email: null }).where(eq(tickets.id, visit.ticketId))
    await remind(visit)
    const [message] = await remindersOf(visit)
    expect(message).toMatchObject({ channel: 'log' })
    await deliverMessage(
      job(theEveningBefore),
      message!.id,
      { render: () => Promise.resolve({ subject: 's', text: 't', html: 'h' }) },
      { last: false },
    )
    const [kept] = await database.db.select().from(messages).where(eq(messages.id, message!.id))
    expect(kept).toMatchObject({ status: 'no_provider', subject: 's', sentAt: null })
  })
})
