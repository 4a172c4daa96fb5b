import { and, asc, eq, inArray } from 'drizzle-orm'
import type postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { windows } from '#db/schema/bookings.ts'
import { crewAreas, crews, shifts } from '#db/schema/crews.ts'
import { areas } from '#db/schema/stores.ts'
import { makeWindowsOf } from '#app/domain/windows/index.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { addDays, dayOf } from '#app/platform/time.server.ts'
import { hashToken } from '#app/platform/tokens.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aPhone, only, serial } from '#test/factories/serial.ts'
import { type RunningServer, startServer } from '#test/setup/server.ts'
import { demoSite } from '#test/setup/site.ts'

const site = demoSite()
const others: RunningServer[] = []
const servers = () => [site.url, ...others.map(({ url }) => url)]

beforeAll(async () => {
  for (let i = 0; i < 2; i++) {
    others.push(
      await startServer({
        runFolder: inject('runFolder'),
        databaseUrl: site.database.url,
        dataDir: site.dataDir,
        env: { RESEND_API_KEY: 're_for_tests', RESEND_BASE_URL: site.resend.url },
      }),
    )
  }
}, 60_000)
afterAll(() => Promise.all(others.map((server) => server.stop())))

const day = (after = 0) => addDays(dayOf(new Date()), 3 + after)

/** A new district whose survey crews, at work from eight to eight, give so many places a window on these days. */
async function district(places: number, days = [day()]) {
  const { db } = site.database
  const name = `赛场${serial()}区`
  const names = { nameZh: name, nameEn: name, cityZh: '苏州', cityEn: 'Suzhou', districts: [name] }
  const area = only(await db.insert(areas).values(names).returning())
  const made = await db
    .insert(crews)
    .values(
      Array.from({ length: places }, (_, i) => ({
        nameZh: `量尺${i}`,
        nameEn: `Survey ${i}`,
        skills: ['survey'],
        homeAreaId: area.id,
      })),
    )
    .returning()
  await db.insert(crewAreas).values(made.map(({ id }) => ({ crewId: id, areaId: area.id })))
  const week = [1, 2, 3, 4, 5, 6, 7]
  await db
    .insert(shifts)
    .values(
      made.flatMap(({ id }) =>
        week.map((weekday) => ({ crewId: id, weekday, startsAt: '08:00', endsAt: '20:00' })),
      ),
    )
  await inTransaction(contextOf(db, { kind: 'job' }, { now: new Date() }), (tx) =>
    makeWindowsOf(tx, days),
  )
  const open = await db
    .select()
    .from(windows)
    .where(and(eq(windows.areaId, area.id), inArray(windows.day, days)))
    .orderBy(asc(windows.startsAt))
  expect(open.map(({ capacityMinutes }) => capacityMinutes)).toEqual(open.map(() => 60 * places))
  return { area, name, open }
}

/** What the page's own form would send, without a draft. */
const booking = (name: string, window: { id: number; day: string }) => ({
  service: 'survey',
  phone: aPhone(),
  name: '赛先生',
  email: '',
  address: `苏州${name}星湖街 ${serial()} 号`,
  day: window.day,
  window: String(window.id),
})

interface Answer {
  status: number
  text: string
  milliseconds: number
}

async function post(path: string, fields: Record<string, string>, n: number): Promise<Answer> {
  const started = performance.now()
  const base = servers()[n % servers().length]!
  const response = await fetch(base + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: base },
    body: new URLSearchParams(fields),
  })
  const text = await response.text()
  return {
    status: response.status,
    text,
    milliseconds: performance.now() - started,
  }
}

const book = (fields: Record<string, string>, n: number) => post('/resources/bookings', fields, n)

/** Runs `count` pieces of work, `atOnce` at a time. */
async function inParallel<T>(count: number, atOnce: number, work: (n: number) => Promise<T>) {
  const results: T[] = []
  let next = 0
  const worker = async () => {
    while (next < count) {
      const n = next++
      results.push(await work(n))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return results
}

function figures(what: string, answers: readonly Answer[]) {
  const counts = new Map<number, number>()
  for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1)
  const times = answers.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  const at = (share: number) => Math.round(times[Math.floor(times.length * share)] ?? 0)
  const told = [...counts].map(([status, count]) => `${status}: ${count}`).join(', ')
  process.stdout.write(`${what}: ${told}; median ${at(0.5)} ms, p99 ${at(0.99)} ms\n`)
  return counts
}

describe('BK-2 against three server processes', () => {
  test('Q-1 of 1,000 attempts at a last place one succeeds and 999 are told it is taken', async () => {
    const { name, open } = await district(1)
    const [wanted] = open
    const answers = await inParallel(1000, 200, (n) => book(booking(name, wanted!), n))
    const counts = figures('Q-1', answers)
    expect(Object.fromEntries(counts)).toEqual({ 201: 1, 409: 999 })
    const offered = open.slice(1, 4).map(({ id }) => id)
    for (const { status, text } of answers) {
      if (status === 201) continue
      const told = JSON.parse(text) as { refusal: string; nearest: { id: number }[] }
      expect(told.refusal).toBe('windowGone')
      expect(told.nearest.map(({ id }) => id)).toEqual(offered)
    }
    const pages = await inParallel(60, 60, (n) => post('/book', booking(name, wanted!), n))
    expect(Object.fromEntries(figures('Q-1 on the page', pages))).toEqual({ 409: 60 })
    for (const id of offered) expect(pages[0]!.text).toContain(`value="${id}"`)
    const sql = site.database.connect({ max: 1 })
    const live = await sql`
      select count(*)::int as count from visits where window_id = ${wanted!.id} and status <> 'cancelled'`
    expect(live[0]!.count).toBe(1)
  }, 180_000)

  test('Q-2 50 places, 2,000 bookings, moves and cancellations: never over 50, counters are rows', async () => {
    const places = 5
    const { area, name, open } = await district(places, [day(), day(1)])
    expect(open).toHaveLength(50 / places)
    const watch = site.database.connect({ max: 1 })
    let looks = 0
    const look = async () => {
      // One statement is one moment.
      const wrong = await watch`
        select w.id, w.booked_minutes, w.capacity_minutes, w.booked_visits, count(v.id)::int as live
        from windows w left join visits v on v.window_id = w.id and v.status <> 'cancelled'
        where w.area_id = ${area.id}
        group by w.id
        having w.booked_visits <> count(v.id) or w.booked_minutes <> count(v.id) * 60 or count(v.id) > ${places}
          or w.booked_minutes > w.capacity_minutes`
      expect([...wrong]).toEqual([])
      const twice = await watch`
        select a.id from visits a join visits b on a.crew_id = b.crew_id and a.id < b.id
          and tstzrange(a.planned_start, a.planned_end) && tstzrange(b.planned_start, b.planned_end)
        join crews on crews.id = a.crew_id and crews.home_area_id = ${area.id}
        where a.status <> 'cancelled' and b.status <> 'cancelled'`
      expect([...twice]).toEqual([])
      looks++
    }
    let watching = true
    const watcher = (async () => {
      while (watching) {
        await look()
        await new Promise((resolve) => setTimeout(resolve, 250))
      }
    })()

    /** Private paths of the visits that were booked and not yet cancelled. */
    const booked: string[] = []
    let chance = 7
    const dice = (below: number) => (chance = (chance * 48_271) % 2_147_483_647) % below
    const anyWindow = () => open[dice(open.length)]!
    const answers = await inParallel(2000, 100, async (n) => {
      const roll = dice(10)
      const path =
        roll < 4 || booked.length === 0 ? undefined : booked.splice(dice(booked.length), 1)[0]
      if (path === undefined) {
        const answer = await book(booking(name, anyWindow()), n)
        if (answer.status === 201) booked.push(await pathOfVisit(answer.text))
        return answer
      }
      if (roll < 8) {
        const to = anyWindow()
        const answer = await post(`${path}/window`, { day: to.day, window: String(to.id) }, n)
        booked.push(path)
        return answer
      }
      return post(`${path}/cancellation`, { reason: '' }, n)
    })
    watching = false
    await watcher
    await look()
    const counts = figures('Q-2', answers)
    process.stdout.write(`Q-2: looked ${looks} times, ${booked.length} visits left\n`)
    expect([...counts.keys()].filter((status) => ![201, 303, 409].includes(status))).toEqual([])
    expect(counts.get(201)).toBeGreaterThan(100)
    expect(counts.get(303)).toBeGreaterThan(100)
    const [left] = await watch<{ live: number }[]>`
      select sum(booked_visits)::int as live from windows where area_id = ${area.id}`
    const live = left?.live
    expect(live).toBe(booked.length)
    expect(live).toBeLessThanOrEqual(50)
    for (const server of [site.server, ...others]) {
      expect(server.logs()).not.toMatch(/deadlock|could not serialize/i)
    }
  }, 300_000)
})

/** The private path of the one visit of a booking. */
async function pathOfVisit(answer: string): Promise<string> {
  const { track } = JSON.parse(answer) as { track: string }
  const sql = (link ??= site.database.connect({ max: 4 }))
  const [visit] = await sql<{ id: string }[]>`
    select visits.id from visits join private_links using (ticket_id)
    where token_hash = ${hashToken(track.slice('/track/'.length))}`
  return `${track}/visits/${visit!.id}`
}
let link: postgres.Sql | undefined
