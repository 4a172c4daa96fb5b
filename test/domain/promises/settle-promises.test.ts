import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { connect } from '#db/client.server.ts'
import { appRole } from '#db/migrate.server.ts'
import { promises } from '#db/schema/promises.ts'
import { visits } from '#db/schema/visits.ts'
import { makePromise, settlePromises } from '#app/domain/promises/index.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aPromise } from '#test/factories/promises.ts'
import { only } from '#test/factories/serial.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { at } from '../visits/scene.ts'

const database = testDatabase()
const settle = (now: Date, db = database.db) =>
  settlePromises(contextOf(db, { kind: 'job' }, { now }))
const now = async (id: number) =>
  only(await database.db.select().from(promises).where(eq(promises.id, id)))

/** A promise of two to four in the afternoon. */
async function promised(arrivedAt: Date | null = null) {
  const visit = await aConfirmedVisit(database.db, { arrivedAt })
  return (await aPromise(database.db, { visit })).id
}

describe('DS-4 when its day is over every promise was kept or broken', () => {
  test.each([
    ['there in time', at('15:59'), { outcome: 'kept', breach: null }],
    ['there on the stroke', at('16:00'), { outcome: 'kept', breach: null }],
    ['there early', at('13:40'), { outcome: 'kept', breach: null }],
    ['there after it', at('16:01'), { outcome: 'broken', breach: 'late' }],
  ] as const)('%s', async (_, arrivedAt, verdict) => {
    const id = await promised(arrivedAt)
    const midnight = at('00:00', 1)
    expect(await settle(new Date(midnight.getTime() - 1))).toBe(0)
    expect(await now(id)).toMatchObject({ outcome: 'open' })
    expect(await settle(midnight)).toBe(1)
    expect(await now(id)).toMatchObject({ ...verdict, settledAt: midnight, settledBy: null })
    expect(await settle(at('12:00', 1))).toBe(0)
  })

  test.each(['confirmed', 'on_the_way'] as const)(
    'VS-6 a crew that was %s and not heard of may have been there: it has until noon',
    async (status) => {
      const visit = await aConfirmedVisit(database.db, { status })
      const { id } = await aPromise(database.db, { visit })
      expect(await settle(at('11:59', 1))).toBe(0)
      expect(await now(id)).toMatchObject({ outcome: 'open' })
      expect(await settle(at('12:00', 1))).toBe(1)
      expect(await now(id)).toMatchObject({ outcome: 'broken', breach: 'missed' })
    },
  )

  test('with no crew to hear of, it was missed when its day is over', async () => {
    const visit = await aVisit(database.db)
    const { id } = await aPromise(database.db, { visit })
    expect(await settle(at('00:00', 1))).toBe(1)
    expect(await now(id)).toMatchObject({ outcome: 'broken', breach: 'missed' })
  })

  test('a window that ends at midnight belongs to the day before', async () => {
    const visit = await aConfirmedVisit(database.db, {
      ...{ windowStart: at('22:00'), windowEnd: at('00:00', 1) },
      ...{ plannedStart: at('22:00'), plannedEnd: at('23:00') },
    })
    const { id } = await aPromise(database.db, { visit })
    await settle(at('12:00', 1))
    expect(await now(id)).toMatchObject({ breach: 'missed' })
  })

  test('one to come stays open, one let go of stays what it was', async () => {
    const visit = await aConfirmedVisit(database.db, {
      ...{ windowStart: at('09:00', 2), windowEnd: at('11:00', 2) },
      ...{ plannedStart: at('09:00', 2), plannedEnd: at('10:00', 2) },
    })
    const later = await aPromise(database.db, { visit })
    const gone = await promised()
    await database.db
      .update(promises)
      .set({ outcome: 'released', settledAt: at('12:00') })
      .where(eq(promises.id, gone))
    await settle(at('03:00', 1))
    expect(await now(later.id)).toMatchObject({ outcome: 'open' })
    expect(await now(gone)).toMatchObject({ outcome: 'released' })
  })

  test('many processes at once settle each of them once', async () => {
    const visit = await aConfirmedVisit(database.db)
    await database.db.execute(sql`
      with told as (
        insert into ${visits} (ticket_id, skill, work, window_start, window_end, duration_minutes, arrived_at, created_at)
        select ticket_id, skill, work, window_start, window_end, duration_minutes,
          case when n % 3 = 0 then null else window_end + (n % 3 - 2) * interval '1 minute' + interval '30 seconds' end, created_at
        from ${visits}, generate_series(1, 1200) n where id = ${visit.id} returning *
      )
      insert into ${promises} (visit_id, ticket_id, window_start, window_end, origin, made_at)
      select id, ticket_id, window_start, window_end, 'confirmed', created_at from told`)
    const pools = [1, 2, 3].map(() => connect(database.url, { role: appRole }))
    const counts = await Promise.all(pools.map(({ db }) => settle(at('12:30', 1), db)))
    await Promise.all(pools.map((pool) => pool.end()))
    expect(counts.reduce((sum, n) => sum + n)).toBe(1200)
    const rows = await database.db
      .select({ breach: promises.breach, n: sql<number>`count(*)::int` })
      .from(promises)
      .where(eq(promises.ticketId, visit.ticketId))
      .groupBy(promises.breach)
    expect(new Map(rows.map(({ breach, n }) => [breach, n]))).toEqual(
      new Map([
        [null, 400],
        ['late', 400],
        ['missed', 400],
      ]),
    )
  })

  test('while an arrival is being recorded nothing is said of its window', async () => {
    const id = await promised()
    const { visitId } = await now(id)
    const ctx = contextOf(database.db, { kind: 'job' }, { now: at('12:30', 1) })
    await inTransaction(ctx, async (tx) => {
      await tx.db
        .update(visits)
        .set({ arrivedAt: at('15:50') })
        .where(eq(visits.id, visitId))
      expect(await settle(at('12:30', 1))).toBe(0)
    })
    expect(await settle(at('12:30', 1))).toBe(1)
    expect(await now(id)).toMatchObject({ outcome: 'kept' })
  })

  test('one that is being moved this moment is left to whoever moves it', async () => {
    const visit = await aConfirmedVisit(database.db)
    await aPromise(database.db, { visit })
    const ctx = contextOf(database.db, { kind: 'job' }, { now: at('00:30', 1) })
    await inTransaction(ctx, async (tx) => {
      const moved = { ...visit, windowStart: at('09:00', 2), windowEnd: at('11:00', 2) }
      await makePromise(tx, { visit: moved, origin: 'moved' })
      expect(await settle(at('00:30', 1))).toBe(0)
    })
    expect(
      await database.db
        .select({ outcome: promises.outcome, breach: promises.breach })
        .from(promises)
        .where(eq(promises.visitId, visit.id))
        .orderBy(promises.id),
    ).toEqual([
      { outcome: 'broken', breach: 'missed' },
      { outcome: 'open', breach: null },
    ])
  })
})
