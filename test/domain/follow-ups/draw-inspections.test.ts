import { and, eq } from 'drizzle-orm'
import { afterEach, describe, expect, test } from 'vitest'
import { connect } from '#db/client.server.ts'
import { appRole } from '#db/migrate.server.ts'
import { customers } from '#db/schema/customers.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { drawInspectionsJob } from '#app/jobs/draw-inspections.server.ts'
import { monthBefore, quarterOf } from '#app/domain/follow-ups/periods.ts'
import { contextOf } from '#test/factories/context.ts'
import { aCustomer } from '#test/factories/customers.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
/** Ten in the morning in Shanghai. */
const on = (day: string) => new Date(`${day}T02:00:00Z`)
const drawnOn = (day: string, db = database.db) =>
  drawInspectionsJob(contextOf(db, { kind: 'job' }, { now: on(day) }))
const drawn = (period: string) =>
  database.db
    .select()
    .from(followUps)
    .where(and(eq(followUps.kind, 'inspection'), eq(followUps.period, period)))
    .orderBy(followUps.ticketId)

async function aFinished(day: string, customerId?: number, time = '02:00:00Z') {
  const ticket = await aTicket(database.db, customerId ? { customerId } : {})
  const visit = await aConfirmedVisit(database.db, {
    ticketId: ticket.id,
    status: 'finished',
    workDone: '换了铰链',
    finishedAt: new Date(`${day}T${time}`),
  })
  return { ticket, visit }
}
const sampleOf = (size: number) =>
  database.ask(
    (sql) =>
      sql`insert into settings (key, value, updated_at) values ('inspectionSample', ${sql.json(size)}, now())
          on conflict (key) do update set value = excluded.value`,
  )

afterEach(() =>
  database.ask(async (sql) => {
    await sql`delete from follow_ups`
    await sql`update visits set finished_at = '2020-01-01T00:00:00Z' where status = 'finished'`
    await sql`update customers set contract_until = null`
  }),
)

describe('FU-5 the month’s sample', () => {
  test('is drawn from last month’s finished visits, no customer twice, to be made within the month', async () => {
    const customer = await aCustomer(database.db)
    const twice = [
      await aFinished('2026-04-03', customer.id),
      await aFinished('2026-04-20', customer.id),
    ]
    const once = await aFinished('2026-04-30', undefined, '15:59:00Z')
    await aFinished('2026-03-31')
    await aFinished('2026-04-30', undefined, '16:00:00Z')
    await drawnOn('2026-05-01')
    const rows = await drawn('2026-04')
    expect(rows).toHaveLength(2)
    expect(rows.map(({ visitId }) => visitId)).toContain(once.visit.id)
    expect(twice.map(({ visit }) => visit.id)).toContain(
      rows.find(({ visitId }) => visitId !== once.visit.id)?.visitId,
    )
    expect(rows[0]).toMatchObject({ status: 'due', dueAt: new Date('2026-05-31T16:00:00Z') })
  })

  test('is as many as the setting says, and the same whoever draws it', async () => {
    const finished = []
    for (let n = 0; n < 12; n++) finished.push(await aFinished('2026-04-11'))
    await sampleOf(4)
    await drawnOn('2026-05-01')
    const first = await drawn('2026-04')
    expect(first).toHaveLength(4)
    await database.ask((sql) => sql`delete from follow_ups`)
    await drawnOn('2026-05-01')
    const again = await drawn('2026-04')
    expect(again.map(({ visitId }) => visitId)).toEqual(first.map(({ visitId }) => visitId))
    await sampleOf(20)
  })

  test('is drawn once: not again that day, the next, nor by several processes at once', async () => {
    for (let n = 0; n < 3; n++) await aFinished('2026-04-12')
    const others = [1, 2].map(() => connect(database.url, { role: appRole }))
    try {
      await Promise.all(
        [database.db, ...others.map(({ db }) => db)].flatMap((db) => [
          drawnOn('2026-05-01', db),
          drawnOn('2026-05-01', db),
        ]),
      )
    } finally {
      await Promise.all(others.map((one) => one.end()))
    }
    const rows = await drawn('2026-04')
    expect(rows).toHaveLength(3)
    await aFinished('2026-04-13')
    await drawnOn('2026-05-02')
    expect(await drawn('2026-04')).toEqual(rows)
  })

  test('not drawn on the first it is drawn on the next days, and not in the middle of a month', async () => {
    await aFinished('2026-04-12')
    await drawnOn('2026-05-15')
    expect(await drawn('2026-04')).toEqual([])
    await drawnOn('2026-05-03')
    expect(await drawn('2026-04')).toHaveLength(1)
  })
})

describe('FU-5 customers with a service contract', () => {
  const inContract = (until: string) => aCustomer(database.db, { contractUntil: until })

  test('are called each quarter about their latest ticket; ended contracts and erased customers aren’t', async () => {
    const today = await inContract('2026-07-01')
    await aTicket(database.db, { customerId: today.id, createdAt: on('2026-02-01') })
    const latest = await aFinished('2026-06-10', today.id)
    const ended = await inContract('2026-06-30')
    await aTicket(database.db, { customerId: ended.id })
    const erased = await aCustomer(database.db, {
      contractUntil: '2027-01-01',
      erasedAt: on('2026-06-01'),
    })
    await aTicket(database.db, { customerId: erased.id })
    await inContract('2027-01-01')
    await drawnOn('2026-07-01')
    expect(await drawn('2026-Q3')).toEqual([
      expect.objectContaining({
        ticketId: latest.ticket.id,
        visitId: latest.visit.id,
        dueAt: new Date('2026-09-30T16:00:00Z'),
      }),
    ])
    // They are not in the month's sample besides.
    expect(await drawn('2026-06')).toEqual([])
  })

  test('without any visit are called all the same; who was merged counts as one', async () => {
    const kept = await inContract('2027-01-01')
    const merged = await aCustomer(database.db, { contractUntil: '2027-01-01' })
    await database.db
      .update(customers)
      .set({ mergedIntoId: kept.id })
      .where(eq(customers.id, merged.id))
    const ticket = await aTicket(database.db, { customerId: merged.id })
    await drawnOn('2026-07-01')
    expect(await drawn('2026-Q3')).toEqual([
      expect.objectContaining({ ticketId: ticket.id, visitId: null }),
    ])
  })
})

test('a period knows its name and its days, over the turn of a year too', () => {
  expect(monthBefore('2026-01-01')).toEqual({
    name: '2025-12',
    from: '2025-12-01',
    to: '2026-01-01',
  })
  expect(quarterOf('2026-12-31')).toEqual({
    name: '2026-Q4',
    from: '2026-10-01',
    to: '2027-01-01',
  })
})
