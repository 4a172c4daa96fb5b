import fc from 'fast-check'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type postgres from 'postgres'
import type { StaffActor } from '#app/platform/actor.ts'
import { DomainError } from '#app/platform/errors.ts'
import {
  cancelVisit,
  confirmVisit,
  moveVisit,
  proposeVisit,
} from '#app/domain/visits/index.server.ts'
import { shifts } from '#db/schema/crews.ts'
import { tickets } from '#db/schema/tickets.ts'
import { addDays, instantAt } from '#app/platform/time.server.ts'
import { aCrew } from '#test/factories/crews.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aVisit } from '#test/factories/visits.ts'
import { contextOf } from '#test/factories/context.ts'
import { testDatabase } from '#test/setup/database.ts'

// Clocks in New York go forward on 8 March 2026, in the night of the days used here.
vi.stubEnv('COMPANY_ZONE', 'America/New_York')

const database = testDatabase()
const firstDay = '2026-03-07'
let sql: postgres.Sql
let dispatcher: StaffActor
let ticketId: number
let ticketNumber: string

beforeAll(async () => {
  sql = database.connect({ max: 4 })
  dispatcher = await aColleague(database.db, 'dispatcher')
  const ticket = await aTicket(database.db, { status: 'triaged', email: null })
  ticketId = ticket.id
  ticketNumber = ticket.number
})

async function crewAroundTheClock() {
  const crew = await aCrew(database.db)
  await database.db.delete(shifts)
  await database.db.insert(shifts).values(
    [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      crewId: crew.id,
      weekday,
      startsAt: '00:00',
      endsAt: '24:00',
    })),
  )
  return crew
}

/** Pairs of visits that hold one crew at one time. */
const overlaps = async () => sql`
  select a.id, b.id from visits a join visits b on a.crew_id = b.crew_id and a.id < b.id
  where a.status <> 'cancelled' and b.status <> 'cancelled'
    and a.planned_start < b.planned_end and b.planned_start < a.planned_end`

describe('Q-4 no two visits of a crew ever overlap', () => {
  test('BK-2 the database takes a plan exactly when it is free: 10,000 edits, across midnight and a clock change', async () => {
    const crews = [await aCrew(database.db), await aCrew(database.db)]
    const ids = await Promise.all(
      Array.from({ length: 24 }, async () => (await aVisit(database.db, { ticketId })).id),
    )
    const midnight = instantAt(addDays(firstDay, 1), '00:00').getTime()
    const held = new Map<number, { crew: number; start: number; end: number }>()
    // A generator of its own, the same on every run.
    const [edits] = fc.sample(
      fc.array(
        fc.record({
          visit: fc.nat({ max: ids.length - 1 }),
          crew: fc.nat({ max: 1 }),
          start: fc.integer({ min: -40, max: 40 }),
          length: fc.integer({ min: 1, max: 20 }),
          cancel: fc.nat({ max: 5 }).map((n) => n === 0),
        }),
        { minLength: 10_000, maxLength: 10_000 },
      ),
      { numRuns: 1, seed: 20_260_308 },
    )
    let taken = 0
    for (const edit of edits!) {
      const id = ids[edit.visit]!
      if (edit.cancel) {
        await sql`update visits set status = 'cancelled' where id = ${id}`
        held.delete(id)
        continue
      }
      const start = midnight + edit.start * 900_000
      const end = start + edit.length * 900_000
      const crew = crews[edit.crew]!.id
      const free = [...held].every(
        ([other, plan]) =>
          other === id || plan.crew !== crew || end <= plan.start || plan.end <= start,
      )
      const change = sql`update visits set status = 'confirmed', crew_id = ${crew},
        planned_start = ${new Date(start)}, planned_end = ${new Date(end)} where id = ${id}`
      const took = await change.then(
        () => true,
        (error: { code?: string }) => {
          expect(error.code).toBe('23P01')
          return false
        },
      )
      expect(took).toBe(free)
      if (took) {
        taken += 1
        held.set(id, { crew, start, end })
      }
    }
    expect(taken).toBeGreaterThan(500)
    expect(await overlaps()).toEqual([])
  }, 120_000)

  test('through the verbs, several dispatchers at once, in a zone whose clocks change', async () => {
    const crew = await crewAroundTheClock()
    const now = instantAt('2026-03-06', '09:00')
    const ctx = contextOf(database.db, dispatcher, { now })
    const day = fc.nat({ max: 2 }).map((days) => addDays(firstDay, days))
    const hour = fc.nat({ max: 21 })
    const edit = fc.record({
      kind: fc.constantFrom('propose', 'confirm', 'move', 'cancel'),
      which: fc.nat(),
      day,
      hour,
      duration: fc.integer({ min: 5, max: 240 }),
    })
    const [edits] = fc.sample(fc.array(edit, { minLength: 900, maxLength: 900 }), {
      numRuns: 1,
      seed: 4,
    })
    const known: number[] = []
    const clock = (at: number) => `${String(at).padStart(2, '0')}:00`
    const outcomes = new Map<string, number>()
    const count = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)

    async function apply({ kind, which, day, hour, duration }: (typeof edits & object)[number]) {
      const window = { day, from: clock(hour), to: clock(hour + 2) }
      if (kind === 'propose' || known.length === 0) {
        await database.db.update(tickets).set({ status: 'triaged' })
        const form = { ...window, duration, skill: 'repair' as const, work: `x${which}` }
        known.push(await proposeVisit(ctx, ticketNumber, form))
        return
      }
      const id = known[which % known.length]!
      const [row] = await sql<{ version: number }[]>`select version from visits where id = ${id}`
      const { version } = row!
      if (kind === 'confirm') await confirmVisit(ctx, id, { crewId: crew.id, version })
      else if (kind === 'move') await moveVisit(ctx, id, { ...window, reason: 'x', version })
      else await cancelVisit(ctx, id, { reason: 'x', version })
    }

    for (let i = 0; i < edits!.length; i += 6) {
      const results = await Promise.allSettled(edits!.slice(i, i + 6).map(apply))
      for (const [j, result] of results.entries()) {
        const { kind } = edits![i + j]!
        if (result.status === 'fulfilled') count(kind)
        // Nobody ever meets anything but a refusal one can understand.
        else expect(result.reason).toBeInstanceOf(DomainError)
        if (result.status === 'rejected') count((result.reason as DomainError).code)
      }
      if (i % 60 === 0) expect(await overlaps()).toEqual([])
    }
    expect(await overlaps()).toEqual([])
    for (const kind of ['propose', 'confirm', 'move', 'cancel', 'crewTaken']) {
      expect(outcomes.get(kind) ?? 0, kind).toBeGreaterThan(10)
    }
  }, 120_000)
})
