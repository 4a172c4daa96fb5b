import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { sessions, staff, staffRoles } from '#db/schema/accounts.ts'
import { siteChecks } from '#db/schema/bookings.ts'
import { shifts } from '#db/schema/crews.ts'
import { dayPlans } from '#db/schema/planning.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visitMarks, visits } from '#db/schema/visits.ts'
import { hear } from '#db/client.server.ts'
import { type LiveBoards, liveBoards } from '#app/platform/live-boards.server.ts'
import { may } from '#app/platform/permissions.ts'
import { tuesdayMorning } from '#test/factories/context.ts'
import { aCrew } from '#test/factories/crews.ts'
import { serial } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const tuesday = '2026-03-10'
const wednesday = '2026-03-11'
const hour = 3_600_000
const later = (hours: number) => new Date(tuesdayMorning.getTime() + hours * hour)

/** The boards open on one process, which hears over a connection of its own. */
async function aProcess(url: () => string) {
  let begun = () => {}
  const hears = new Promise<void>((resolve) => (begun = resolve))
  const boards = liveBoards({ db: database.db, now: () => tuesdayMorning })
  const hearing = hear(url(), 'board', {
    heard: (message) => boards.heard(message),
    listening: () => {
      boards.listening()
      begun()
    },
  })
  await hears
  return { boards, end: hearing.end }
}

let one: Awaited<ReturnType<typeof aProcess>>
beforeAll(async () => {
  one = await aProcess(() => database.url)
})
afterAll(() => one.end())

const leaving: (() => void)[] = []
afterEach(() => {
  for (const leave of leaving.splice(0)) leave()
  expect(one.boards.count()).toBe(0)
})

function aBoard(day: string, boards: LiveBoards = one.boards, sessionId = 'nobody') {
  const told: string[] = []
  const ended: string[] = []
  const leave = boards.join({
    day,
    sessionId,
    allowed: (actor) => may(actor, 'visit:read'),
    tell: (change) => void told.push(change),
    end: (reason) => void ended.push(reason),
  })
  leaving.push(leave)
  return { told, ended, leave, hears: () => vi.waitFor(() => expect(told).not.toEqual([])) }
}

/** Long enough for anything that was said to have been told. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 250))

describe('DS-2 a board hears what changes its day', () => {
  test('a visit made, changed and taken away, and only where it is', async () => {
    const crew = await aCrew(database.db)
    await aWhile()
    const [its, other] = [aBoard(tuesday), aBoard(wednesday)]
    const visit = await aConfirmedVisit(database.db, { crewId: crew.id })
    await aWhile()
    expect(its.told).toContain('day')
    its.told.length = 0
    await database.db.update(visits).set({ pinned: true }).where(eq(visits.id, visit.id))
    await its.hears()
    its.told.length = 0
    await database.db.update(visits).set({ pinned: true }).where(eq(visits.id, visit.id))
    await aWhile()
    expect(its.told).toEqual([])
    await database.db.delete(visits).where(eq(visits.id, visit.id))
    await its.hears()
    expect(other.told).toEqual([])
  })

  test('a visit that moves is told to the day it leaves and the day it comes to', async () => {
    const visit = await aConfirmedVisit(database.db)
    await aWhile()
    const [left, come] = [aBoard(tuesday), aBoard(wednesday)]
    const day = sql`interval '24 hours'`
    await database.db
      .update(visits)
      .set({
        windowStart: sql`${visits.windowStart} + ${day}`,
        windowEnd: sql`${visits.windowEnd} + ${day}`,
        plannedStart: sql`${visits.plannedStart} + ${day}`,
        plannedEnd: sql`${visits.plannedEnd} + ${day}`,
      })
      .where(eq(visits.id, visit.id))
    await Promise.all([left.hears(), come.hears()])
  })

  test('one without a crew whose window is over is on every later day', async () => {
    const [before, after] = [aBoard('2026-03-07'), aBoard(wednesday)]
    await aVisit(database.db, { windowStart: later(-44), windowEnd: later(-42) })
    await after.hears()
    await aWhile()
    expect(before.told).toEqual([])
  })

  test('what is known of its ticket and order, its marks, who works, and what is planned', async () => {
    const { db } = database
    const visit = await aVisit(db, { skill: 'delivery' })
    const crew = await aCrew(db)
    const { id: askedBy } = await aColleague(db, 'dispatcher')
    const mark = { visitId: visit.id, kind: 'parts_short' as const, note: '缺铰链' }
    const colleague = await aColleague(db, 'crew', { crewId: crew.id })
    await aWhile()
    const changes: [string, () => Promise<unknown>, 'day' | 'plan'][] = [
      [
        'ticket',
        () =>
          db.update(tickets).set({ address: '苏州 1 号' }).where(eq(tickets.id, visit.ticketId)),
        'day',
      ],
      ['mark', () => db.insert(visitMarks).values({ ...mark, madeAt: tuesdayMorning }), 'day'],
      ['mark cleared', () => db.update(visitMarks).set({ clearedAt: later(1) }), 'day'],
      [
        'site',
        () => db.insert(siteChecks).values({ ticketId: visit.ticketId, answeredAt: later(0) }),
        'day',
      ],
      [
        'shift',
        () => db.update(shifts).set({ endsAt: '17:00' }).where(eq(shifts.crewId, crew.id)),
        'day',
      ],
      [
        'member',
        () => db.update(staff).set({ crewId: null }).where(eq(staff.id, colleague.id)),
        'day',
      ],
      [
        'plan',
        () =>
          db.insert(dayPlans).values({
            ...{ day: tuesday, mode: 'fill', seconds: 10, askedBy },
            ...{ askedAt: tuesdayMorning, beatAt: tuesdayMorning },
          }),
        'plan',
      ],
      ['progress', () => db.update(dayPlans).set({ progress: 0.5 }), 'plan'],
    ]
    for (const [what, change, told] of changes) {
      const board = aBoard(tuesday)
      await change()
      await board.hears().catch(() => {})
      expect([what, board.told]).toEqual([what, [told]])
      board.leave()
    }
  })

  test('a burst is told once, and nothing to who has left', async () => {
    const visit = await aConfirmedVisit(database.db)
    await aWhile()
    const [stays, leaves] = [aBoard(tuesday), aBoard(tuesday)]
    leaves.leave()
    await database.db.transaction(async (tx) => {
      for (let n = 0; n < 50; n++) {
        await tx
          .update(visits)
          .set({ version: sql`${visits.version} + 1` })
          .where(eq(visits.id, visit.id))
      }
    })
    await stays.hears()
    await aWhile()
    expect(stays.told).toEqual(['day'])
    expect(leaves.told).toEqual([])
  })

  test('on every process', async () => {
    const other = await aProcess(() => database.url)
    const board = aBoard(tuesday, other.boards)
    await aConfirmedVisit(database.db)
    await board.hears()
    board.leave()
    await other.end()
  })
})

describe('Q-18 a stream ends with its session', () => {
  async function aSession(staffId: string, minutes = 30) {
    const id = `session-${serial()}`
    const expiresAt = new Date(tuesdayMorning.getTime() + minutes * 60_000)
    await database.db.insert(sessions).values({ id, userId: staffId, expiresAt, endsAt: later(8) })
    return id
  }

  test('signed out, disabled, or no longer of a role that may look; the others go on, unused', async () => {
    const { db } = database
    const people = await Promise.all(Array.from({ length: 4 }, () => aColleague(db, 'dispatcher')))
    const ids = await Promise.all(people.map(({ id }) => aSession(id)))
    const open = ids.map((id) => aBoard(tuesday, one.boards, id))
    const [out, disabled, demoted, stays] = open
    await db.delete(sessions).where(eq(sessions.id, ids[0]!))
    await db
      .update(staff)
      .set({ disabledAt: later(0) })
      .where(eq(staff.id, people[1]!.id))
    await db
      .update(staffRoles)
      .set({ role: 'warehouse' })
      .where(eq(staffRoles.staffId, people[2]!.id))
    await vi.waitFor(
      () =>
        expect([out, disabled, demoted].map((board) => board!.ended)).toEqual(
          Array(3).fill(['signed_out']),
        ),
      { timeout: 5000 },
    )
    expect(stays!.ended).toEqual([])
    const [row] = await db.select().from(sessions).where(eq(sessions.id, ids[3]!))
    expect(row!.expiresAt).toEqual(new Date(tuesdayMorning.getTime() + 30 * 60_000))
  })

  test('Q-10 a process that ends sends everybody away, and takes nobody in', async () => {
    const closing = await aProcess(() => database.url)
    const before = aBoard(tuesday, closing.boards)
    closing.boards.close()
    const after = aBoard(tuesday, closing.boards)
    expect([before.ended, after.ended]).toEqual([['closing'], ['closing']])
    expect(closing.boards.count()).toBe(0)
    await closing.end()
  })
})

describe('Q-8 what was said while nobody listened', () => {
  test('a connection that is cut is made anew, and every board looks again', async () => {
    const board = aBoard('2030-01-01')
    await database.db.execute(sql`select 1`)
    const admin = database.connect({ max: 1 })
    const cut = () => admin`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'shangmen listening' and datname = current_database()`
    expect(await cut()).toHaveLength(1)
    await vi.waitFor(() => expect(board.told).toEqual(['day']), { timeout: 5000 })
    const its = aBoard(tuesday)
    await aConfirmedVisit(database.db)
    await its.hears()
  })

  test('Postgres out of reach for a while: once it is back every board looks again', async () => {
    const way = await aWayTo(database.url)
    const { boards, end } = await aProcess(() => way.url)
    const board = aBoard(tuesday, boards)
    await way.shut()
    await new Promise((resolve) => setTimeout(resolve, 2000))
    expect(board.told).toEqual([])
    await way.open()
    await vi.waitFor(() => expect(board.told).toEqual(['day']), { timeout: 5000 })
    board.told.length = 0
    await aConfirmedVisit(database.db)
    await vi.waitFor(() => expect(board.told).toContain('day'))
    board.leave()
    await end()
    await way.shut()
  })
})

/** A way to the database that can be shut: connections are cut, and new ones refused. */
async function aWayTo(database: string) {
  const there = new URL(database)
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    const onward = connect(Number(there.port), there.hostname)
    for (const end of [socket, onward]) {
      sockets.add(end)
      end.on('error', () => {})
      end.on('close', () => {
        sockets.delete(end)
        socket.destroy()
        onward.destroy()
      })
    }
    socket.pipe(onward).pipe(socket)
  })
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  await listen(0)
  const { port } = server.address() as AddressInfo
  const here = new URL(database)
  here.hostname = '127.0.0.1'
  here.port = String(port)
  return {
    url: here.href,
    open: () => listen(port),
    async shut() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
