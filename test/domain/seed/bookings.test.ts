import type postgres from 'postgres'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { contractTexts } from '#db/seed/texts/contracts.ts'
import { services } from '#db/vocabulary/bookings.ts'
import { orderStatuses } from '#db/vocabulary/orders.ts'
import { findArea, listAreas } from '#app/domain/crews/index.server.ts'
import { listWindows } from '#app/domain/windows/index.server.ts'
import { addDays, dayOf, timeOf } from '#app/platform/time.server.ts'
import { anonymous, contextOf } from '#test/factories/context.ts'
import { testDatabase } from '#test/setup/database.ts'
import { count, load } from './loading.ts'

const moments = [
  ['a Wednesday morning', '2026-03-18T08:05:00+08:00', 'UTC'],
  [
    'a Friday after the cut-off, seen from New York',
    '2026-03-20T17:45:00+08:00',
    'America/New_York',
  ],
  ['a Sunday shortly before midnight', '2026-03-22T23:30:00+08:00', 'Asia/Shanghai'],
  ['a Monday soon after the first window', '2026-03-23T10:40:00+08:00', 'UTC'],
  ['the middle of a night', '2026-11-24T00:20:00+08:00', 'Europe/Berlin'],
] as const

describe.each(moments)('on %s', (_, moment, zone) => {
  const database = testDatabase()
  const now = new Date(moment)
  const ctx = () => contextOf(database.db, anonymous, { now })
  let sql: postgres.Sql

  beforeEach(() => vi.stubEnv('TZ', zone))
  afterEach(() => vi.unstubAllEnvs())
  beforeAll(async () => {
    vi.stubEnv('TZ', zone)
    sql = database.connect({ max: 1 })
    await load(database.url, now)
  })

  const areaNamed = async (name: string) =>
    (await listAreas(ctx())).find(({ nameZh }) => nameZh === name)!.id

  test('one window of tomorrow has exactly one place, and it is real', async () => {
    const tomorrow = addDays(dayOf(now), 1)
    const free = await listWindows(ctx(), {
      service: 'survey',
      areaId: await areaNamed('工业园区'),
      from: tomorrow,
      to: tomorrow,
    })
    const last = free.at(-1)!
    expect([dayOf(last.start), timeOf(last.start), timeOf(last.end)]).toEqual([
      tomorrow,
      '18:00',
      '20:00',
    ])
    expect([last.places, last.minutesLeft]).toEqual([1, 60])
  })

  test('one area has no window at all, the others have each service', async () => {
    for (const { id, nameZh } of await listAreas(ctx())) {
      for (const service of services) {
        const free = await listWindows(ctx(), { service, areaId: id })
        expect([nameZh, service, free.length > 0]).toEqual([nameZh, service, nameZh !== '宝山区'])
      }
    }
  })

  test('BK-2: windows are full, closed, overbooked with a reason; nothing is booked into no time', async () => {
    const full = sql`booked_visits > 0 and capacity_minutes - booked_minutes - held_minutes < place_minutes`
    expect(await count(sql`select count(*) from windows where ${full}`)).toBeGreaterThan(2)
    expect(
      await count(sql`select count(*) from windows where closed_at is not null
        and close_reason <> '' and closed_by is not null`),
    ).toBe(1)
    expect(
      await count(sql`select count(*) from windows w join visits v on v.window_id = w.id
        where w.overbooked_minutes > 0 and w.booked_minutes > w.capacity_minutes
          and v.overbook_reason <> '' and v.status = 'proposed'`),
    ).toBe(1)
    expect(
      await count(sql`select count(*) from windows w where booked_visits <>
        (select count(*) from visits v where v.window_id = w.id and v.status <> 'cancelled')`),
    ).toBe(0)
  })

  test('what is agreed for the days ahead lies in its window, with a crew that goes there', async () => {
    const agreed = sql`v.status = 'confirmed' and v.window_start > ${now}`
    expect(await count(sql`select count(*) from visits v where ${agreed}`)).toBeGreaterThan(25)
    expect(
      await count(sql`select count(*) from visits v where ${agreed} and v.window_id is null`),
    ).toBe(0)
    expect(
      await count(sql`select count(*) from visits v join tickets t on t.id = v.ticket_id
        where v.crew_id is not null and not exists (
          select 1 from crew_areas c where c.crew_id = v.crew_id and c.area_id = t.area_id)`),
    ).toBe(0)
    expect(
      await count(sql`select count(*) from visits later join visits first
        on first.id = later.after_visit_id and first.ticket_id = later.ticket_id
        where first.skill = 'delivery' and later.skill = 'install'
          and later.window_start >= first.window_end`),
    ).toBe(3)
    expect(await count(sql`select count(*) from site_checks`)).toBeGreaterThan(5)
  })

  test('DS-6: visits of every skill and of several areas wait for a crew, today and tomorrow', async () => {
    const rows = await sql<{ skill: string; area: string; day: string }[]>`
      select v.skill, t.area_id as area,
        to_char(v.window_start at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day
      from visits v join tickets t on t.id = v.ticket_id
      where v.status = 'proposed' and v.window_start > ${now}`
    const near = [dayOf(now), addDays(dayOf(now), 1)]
    const waiting = rows.filter(({ day }) => near.includes(day))
    expect(waiting.length).toBeGreaterThanOrEqual(10)
    expect(new Set(waiting.map(({ skill }) => skill)).size).toBe(4)
    expect(new Set(waiting.map(({ area }) => area)).size).toBeGreaterThan(3)
    const soon = waiting.filter(({ day }) => day === near[0])
    if (Number(timeOf(now).slice(0, 2)) < 15) expect(soon.length).toBeGreaterThan(3)
  })

  test('VS-2: what is recorded of a visit fits its plan; nobody is visited twice at once', async () => {
    const off = (recorded: string) => sql`abs(extract(epoch from ${sql(recorded)} - planned_start))`
    expect(
      Array.from(
        await sql`select id, status, planned_start, set_out_at, arrived_at from visits where
          (${off('arrived_at')} > 45 * 60 or ${off('set_out_at')} > 90 * 60) and (status <> 'finished'
            or (window_start at time zone 'Asia/Shanghai')::date = ${dayOf(now)}::date)
          or planned_start < window_start or planned_start >= window_end`,
      ),
    ).toEqual([])
    const under = await sql<{ status: string }[]>`
      select distinct status from visits where status in ('on_the_way', 'arrived', 'working')`
    expect(under).toHaveLength(3)
    expect(
      Array.from(
        await sql`select ta.name, a.id, b.id from visits a join visits b on a.id < b.id
          join tickets ta on ta.id = a.ticket_id join tickets tb on tb.id = b.ticket_id
          where ta.customer_id = tb.customer_id and a.status <> 'cancelled' and b.status <> 'cancelled'
            and tstzrange(a.window_start, a.window_end) && tstzrange(b.window_start, b.window_end)`,
      ),
    ).toEqual([])
  })

  test('DS-6: homes with a visit are on the map, each at its own spot near its area', async () => {
    const homes = await sql<{ lat: number; lng: number; km: number }[]>`
      select distinct t.lat, t.lng,
        111 * sqrt((t.lat - a.lat) ^ 2 + ((t.lng - a.lng) * cos(radians(a.lat))) ^ 2) as km
      from tickets t join areas a on a.id = t.area_id where t.lat is not null`
    expect(homes.length).toBeGreaterThan(40)
    expect(homes.length).toBe(
      await count(sql`select count(distinct customer_id) from tickets where lat is not null`),
    )
    expect(Math.max(...homes.map(({ km }) => km))).toBeLessThan(15)
    expect(
      await count(sql`select count(*) from tickets t where lat is null
        and exists (select 1 from visits v where v.ticket_id = t.id)`),
    ).toBe(0)
  })

  test('DS-3: leave waits to be decided, and what was granted stranded one visit', async () => {
    const rows = await sql<{ status: string; hours: number; visits: number }[]>`
      select status, extract(epoch from starts_at - asked_at)::int / 3600 as hours,
        (select count(*)::int from visits v where v.crew_id = l.crew_id and v.status = 'confirmed'
          and v.planned_start >= l.starts_at and v.planned_end <= l.ends_at) as visits
      from leaves l where asked_at <= ${now} and starts_at > ${now} order by hours desc`
    const asked = rows.filter(({ status }) => status === 'asked')
    expect(asked.map(({ hours, visits }) => [hours, visits])).toEqual([
      [62, 3],
      [27, 1],
    ])
    expect(rows.filter(({ status }) => status === 'approved').length).toBe(1)
    expect(await count(sql`select count(*) from visits where stranded`)).toBe(1)
    const off = await sql<
      { ahead: number }[]
    >`select day - ${dayOf(now)}::date as ahead from holidays`
    expect(off.length).toBe(1)
    expect(off[0]!.ahead).toBeGreaterThan(1)
    expect(off[0]!.ahead).toBeLessThan(30)
    expect(await count(sql`select count(*) from shift_exceptions`)).toBe(1)
  })

  test('each address lies in exactly its area, in both languages', async () => {
    const known = await sql<{ address: string; id: string }[]>`
      select distinct address, area_id as id from tickets`
    expect(known.length).toBeGreaterThan(60)
    for (const { address, id } of known) {
      expect([address, (await findArea(ctx(), address))?.id]).toEqual([address, Number(id)])
    }
    for (const { address, area } of contractTexts.filter(({ address }) => address)) {
      expect([address, (await findArea(ctx(), address))?.nameZh]).toEqual([address, area])
    }
    const silent = await findArea(ctx(), '苏州市平江路 1 号')
    expect(silent).toBeNull()
  })

  test('BK-5: contracts are in every state, and some wait to be booked', async () => {
    const states = await sql<{ status: string }[]>`select distinct status from orders`
    expect(states.map(({ status }) => status).sort()).toEqual([...orderStatuses].sort())
    const ready = sql`status = 'checked' and ready_at <= ${now} and agreed_at is null and delivered_on is null
      and not exists (select 1 from tickets t where t.order_id = o.id)`
    expect(await count(sql`select count(*) from orders o where ${ready}`)).toBe(8)
    expect(
      await count(sql`select count(*) from orders o where ${ready} and agree_by < ${now}`),
    ).toBe(2)
    const lines = sql`select 1 from order_lines l where l.order_id = o.id`
    expect(
      await count(sql`select count(*) from orders o where
        (ready_at is not null) <> (status = 'checked' and not exists (${lines} and l.arrived_at is null))`),
    ).toBe(0)
    expect(
      await count(sql`select count(*) from orders o where status = 'checked' and ready_at is null
        and exists (${lines} and l.arrived_at is not null)`),
    ).toBe(2)
    expect(
      await count(
        sql`select count(*) from orders where (status = 'incomplete') <> (return_note is not null)`,
      ),
    ).toBe(0)
    expect(
      await count(sql`select count(*) from orders where status = 'entered'
        and (entered_at at time zone 'Asia/Shanghai')::date = ${dayOf(now)} and entered_at <= ${now}`),
    ).toBe(3)
  })

  test('BK-5: a contract’s history tells how it came to its state', async () => {
    expect(
      await count(sql`select count(*) from orders o where
        (checked_at is not null) <> exists (select 1 from order_events e where e.order_id = o.id and kind = 'checked')
        or (ready_at is not null) <> exists (select 1 from order_events e where e.order_id = o.id and kind = 'ready')
        or (agreed_at is not null) <> exists (
          select 1 from order_events e where e.order_id = o.id and kind = 'delivery_agreed')
        or not exists (select 1 from order_events e where e.order_id = o.id and kind = 'entered')`),
    ).toBe(0)
    expect(await count(sql`select count(*) from order_events where at > ${now}`)).toBe(0)
    expect(
      await count(sql`select count(*) from (
        select at < lag(at) over (partition by order_id order by id) as back from order_events
      ) steps where back`),
    ).toBe(0)
    expect(
      await count(
        sql`select count(*) from orders where (checked_at at time zone 'Asia/Shanghai')::time > '17:00'`,
      ),
    ).toBe(0)
  })

  test('the order the README names can be delivered and installed', async () => {
    const [order] = await sql<{ phone: string; address: string }[]>`
      select phone, address from orders where number = 'YQ-30017' and ready_at is not null and agreed_at is null`
    expect(order!.phone).toBe('+8613700002601')
    const area = await findArea(ctx(), order!.address)
    for (const service of ['delivery', 'install'] as const) {
      const free = await listWindows(ctx(), { service, areaId: area!.id })
      expect(new Set(free.map(({ day }) => day)).size).toBeGreaterThan(5)
    }
  })
})
