import { drizzle } from 'drizzle-orm/postgres-js'
import { describe, expect, test } from 'vitest'
import * as schema from '#db/schema/index.ts'
import {
  areasOverview,
  capacityTable,
  deskWindows,
  windowDetail,
} from '#app/domain/bookings/index.server.ts'
import { closeWindow, refreshWindows } from '#app/domain/windows/index.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { aCrew } from '#test/factories/crews.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { anArea } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aBookedVisit, as, aSupply, day, offOnWednesday, on, windowOf } from './supply.ts'

const database = testDatabase()

describe('the capacity of an area', () => {
  test('BK-1 counts what crews can still do and what is booked, window by window', async () => {
    const { db } = database
    const { area, crews } = await aSupply(db)
    await aBookedVisit(db, { areaId: area.id, crewId: crews[0]!.id })
    const ctx = as(db, await aColleague(db, 'desk'))
    const rows = await capacityTable(ctx, { areaId: area.id, from: day })
    const repairs = rows.filter(({ service }) => service === 'repair')
    expect(repairs.map(({ start }) => start)).toEqual(
      ['08:30', '10:30', '13:30', '15:30', '18:00'].map(on),
    )
    const [first] = repairs
    expect(first).toMatchObject({ booked: 1, closed: false, overbooked: 0, stranded: 0 })
    expect(first!.places).toBeGreaterThan(1)
    expect(first!.places).toBe(first!.booked + first!.left + first!.held)
    expect(rows.filter(({ service }) => service === 'survey')).toEqual([])
    expect(repairs.reduce((sum, { held }) => sum + held, 0)).toBeGreaterThan(0)
    expect(repairs.at(-1)).toMatchObject({ booked: 0, places: 0, left: 0 })
  })

  test('shows what a manager let in beyond it and what must move', async () => {
    const { db } = database
    const { area, crews } = await aSupply(db, 1)
    await aBookedVisit(db, { areaId: area.id, crewId: crews[0]!.id })
    const manager = await aColleague(db, 'aftersales_manager')
    const window = await windowOf(db, area.id, 'repair')
    const ticket = await aTicket(db, { areaId: area.id, status: 'scheduled' })
    await aVisit(db, {
      ticketId: ticket.id,
      windowId: window.id,
      windowStart: window.startsAt,
      windowEnd: window.endsAt,
      overbookedBy: manager.id,
      overbookReason: '老人独居',
    })
    await offOnWednesday(db, crews[0]!.id)
    const ctx = as(db, manager)
    const table = await capacityTable(ctx, { areaId: area.id, from: day })
    expect(table.find(({ id }) => id === window.id)).toMatchObject({
      booked: 2,
      places: 1,
      left: 0,
      overbooked: 1,
      stranded: 1,
    })
    const detail = await windowDetail(ctx, window.id)
    expect(detail.visits).toMatchObject([
      { crewZh: crews[0]!.nameZh, stranded: true },
      { crewZh: null, overbookedBy: manager.name, overbookReason: '老人独居' },
    ])
    expect(detail.free).toEqual([])
  })

  test('all areas at a glance: a day says what is tightest in it, and which window', async () => {
    const { db } = database
    const one = await aSupply(db, 1)
    const other = await aSupply(db, 1)
    const ctx = as(db, await aColleague(db, 'dispatcher'))
    const at = async (areaId: number) =>
      (await areasOverview(ctx, { from: day })).filter((row) => row.areaId === areaId)
    const [calm] = await at(one.area.id)
    expect(calm).toMatchObject({ day, booked: 0, full: 0, closed: 0, overbooked: 0, stranded: 0 })
    const table = await capacityTable(ctx, { areaId: one.area.id, from: day })
    expect(calm).toMatchObject({
      windows: table.length,
      places: table.reduce((sum, { places }) => sum + places, 0),
    })
    await aBookedVisit(db, { areaId: one.area.id, crewId: one.crews[0]!.id })
    const window = await windowOf(db, one.area.id, 'repair')
    await offOnWednesday(db, one.crews[0]!.id)
    expect(await at(one.area.id)).toMatchObject([{ booked: 1, stranded: 1, tightest: window.id }])
    const evening = await windowOf(db, other.area.id, 'repair', '13:30')
    await closeWindow(ctx, evening.id, { reason: '停水' })
    expect(await at(other.area.id)).toMatchObject([{ closed: 1, tightest: evening.id }])
  })

  test('a window nobody works is told apart from one whose crews are elsewhere', async () => {
    const { db } = database
    const { area, crews } = await aSupply(db, 1)
    const elsewhere = await anArea(db)
    const manager = as(db, await aColleague(db, 'aftersales_manager'))
    const asked = {
      service: 'repair',
      areaId: area.id,
      minutes: 60,
      urgent: false,
      days: 1,
    } as const
    const offered = async () =>
      (await deskWindows(manager, asked)).windows.map(({ start }) => new Date(start))
    // Nobody works at 18:00: a manager can't let one in there either.
    expect(await offered()).not.toContainEqual(on('18:00'))
    const ticket = await aTicket(db, { areaId: elsewhere.id, status: 'scheduled' })
    await aConfirmedVisit(db, {
      ticketId: ticket.id,
      crewId: crews[0]!.id,
      windowStart: on('08:00'),
      windowEnd: on('12:00'),
      plannedStart: on('08:00'),
      plannedEnd: on('12:00'),
    })
    await inTransaction(contextOf(db, { kind: 'job' }), (tx) => refreshWindows(tx, { days: [day] }))
    const taken = await windowOf(db, area.id, 'repair')
    expect(taken.capacityMinutes).toBe(0)
    expect(await windowDetail(manager, taken.id)).toMatchObject({ places: 0, worked: true })
    expect(await offered()).toContainEqual(on('08:30'))
    const none = await windowOf(db, area.id, 'repair', '18:00')
    expect(await windowDetail(manager, none.id)).toMatchObject({ places: 0, worked: false })
  })

  test('a window says which crews still have time and where else there is room', async () => {
    const { db } = database
    const { area, crews } = await aSupply(db)
    await aCrew(db, { homeAreaId: (await anArea(db)).id })
    await aBookedVisit(db, { areaId: area.id, crewId: crews[0]!.id })
    const window = await windowOf(db, area.id, 'repair')
    const detail = await windowDetail(as(db, await aColleague(db, 'dispatcher')), window.id)
    expect(detail.free.map(({ id, start }) => [id, start])).toEqual([[crews[1]!.id, on('08:30')]])
    expect(detail.nearest.map(({ start }) => start)).toEqual(['10:30', '13:30', '15:30'].map(on))
  })

  test.each(['crew', 'warehouse', 'store_guide', 'caller'] as const)('%s may not', async (role) => {
    const { db } = database
    const ctx = as(db, await aColleague(db, role))
    await expect(capacityTable(ctx, { areaId: 1, from: day })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(windowDetail(ctx, 1)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('the table of one area is one walk along an index, however many windows there are', async () => {
    const { db } = database
    const sql = database.connect({ max: 1 })
    const { id } = await anArea(db)
    for (let i = 0; i < 49; i++) await anArea(db)
    await sql`
      insert into windows (area_id, service, day, starts_at, ends_at, place_minutes, capacity_minutes)
      select area, service, '2026-03-10'::date + day, at, at + interval '2 hours', 60, 300
      from generate_series(${id}::int, ${id + 49}::int) area,
        unnest(array['delivery','install','survey','repair']) service,
        generate_series(0, 29) day, generate_series(0, 4) n,
        lateral (select ('2026-03-10 08:00+08'::timestamptz + day * interval '1 day' + n * interval '2 hours') as at) t`
    await sql`vacuum analyze windows`
    const asked: { query: string; params: unknown[] }[] = []
    const logged = drizzle(sql, {
      schema,
      logger: { logQuery: (query, params) => asked.push({ query, params }) },
    })
    const ctx = { ...contextOf(db, await aColleague(db, 'desk')), db: logged }
    expect(await capacityTable(ctx, { areaId: id + 7, from: '2026-03-12' })).toHaveLength(14 * 20)
    expect(asked).toHaveLength(1)
    const [{ query, params }] = asked as [(typeof asked)[number]]
    const rows = await sql.unsafe(`explain (analyze, buffers off) ${query}`, params as string[])
    const plan = rows.map((row) => Object.values(row)[0] as string).join('\n')
    expect(plan).toMatch(/Index (Only )?Scan.* on windows|Bitmap Index Scan on windows/)
    expect(plan).not.toMatch(/Seq Scan on (windows|visits)/)
    // Nothing of other areas or days is read and thrown away.
    expect(plan).not.toMatch(/Rows Removed by (Index Recheck|Filter): [1-9]/)
  })
})
