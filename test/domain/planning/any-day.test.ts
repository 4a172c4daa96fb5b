import fc from 'fast-check'
import { eq, inArray } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type postgres from 'postgres'
import { shifts } from '#db/schema/crews.ts'
import { visits } from '#db/schema/visits.ts'
import type { Skill } from '#db/vocabulary/visits.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Day, DayCrew } from '#app/domain/planning/day.ts'
import { acceptPlan } from '#app/domain/planning/index.server.ts'
import { withNeeds } from '#app/domain/planning/needs.ts'
import { compareTallies } from '#app/domain/planning/tally.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aDay } from './random-day.ts'
import { aCrew, areaAt, at, clearDay, readyPlan } from './scene.ts'

const database = testDatabase()
const midnight = at('00:00').getTime()
const instant = (minute: number) => new Date(midnight + minute * 60_000)
let sql: postgres.Sql
let dispatcher: StaffActor
let areas: { id: number }[]
let tickets: Record<'triaged' | 'paused', number>[]

beforeAll(async () => {
  sql = database.connect({ max: 1 })
  dispatcher = await aColleague(database.db, 'dispatcher')
  areas = await Promise.all([31.1, 31.2, 31.3].map((lat) => areaAt(database.db, lat, 121.4)))
  tickets = await Promise.all(
    [...areas, null].map(async (area) => ({
      triaged: (await aTicket(database.db, { status: 'triaged', areaId: area?.id ?? null })).id,
      paused: (await aTicket(database.db, { status: 'closed', areaId: area?.id ?? null })).id,
    })),
  )
})

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

async function makeCrew({ active, skills, areaIds, whole: [shift] }: DayCrew): Promise<number> {
  const crew = await aCrew(database.db, {
    active,
    skills: skills as Skill[],
    areas: areaIds.map((id) => areas[id - 1]!),
  })
  const hours = eq(shifts.crewId, crew.id)
  await (shift
    ? database.db
        .update(shifts)
        .set({ startsAt: clock(shift.from), endsAt: clock(shift.to) })
        .where(hours)
    : database.db.delete(shifts).where(hours))
  return crew.id
}

const visitsNow = (ids: readonly number[]) =>
  database.db
    .select()
    .from(visits)
    .where(inArray(visits.id, [...ids]))
    .orderBy(visits.id)

/** Puts a random day into the database. @returns its visits' keys */
async function make(day: Day): Promise<number[]> {
  await clearDay(database.db)
  const crews = await Promise.all(day.crews.map(makeCrew))
  const ids = new Map<number, number>()
  for (const visit of day.visits) {
    const { plan, window } = visit
    const kind = visit.visitable ? ('triaged' as const) : ('paused' as const)
    const made = await aVisit(database.db, {
      ticketId: tickets[(visit.areaId ?? 4) - 1]![kind],
      status: visit.status,
      skill: visit.skill as Skill,
      durationMinutes: visit.minutes,
      windowStart: instant(window.from),
      windowEnd: instant(window.to),
      ...(plan
        ? {
            crewId: crews[plan.crewId - 100]!,
            plannedStart: instant(plan.from),
            plannedEnd: instant(plan.to),
          }
        : {}),
      pinned: visit.pinned,
      calledAheadAt: visit.calledAhead ? instant(0) : null,
      startedAt: visit.started === null ? null : instant(visit.started),
      workDone: visit.status === 'finished' ? 'x' : null,
      afterVisitId: visit.after === null ? null : ids.get(visit.after)!,
    })
    ids.set(visit.id, made.id)
  }
  return [...ids.values()]
}

/** What must never be, asked of the database itself. @param moved to a crew they weren't on */
const wrongs = (moved: number[]) => sql`
  select a.id, 'two places' as why from visits a join visits b on a.crew_id = b.crew_id and a.id < b.id
  where a.status <> 'cancelled' and b.status <> 'cancelled'
    and a.planned_start < b.planned_end and b.planned_start < a.planned_end
  union all
  select v.id, 'skill or area' from visits v join crews c on c.id = v.crew_id join tickets t on t.id = v.ticket_id
  where v.id = any(${moved}) and (not c.active or not v.skill = any(c.skills) or (t.area_id is not null
    and exists (select from crew_areas a where a.crew_id = c.id)
    and not exists (select from crew_areas a where a.crew_id = c.id and a.area_id = t.area_id)))
  union all
  select v.id, 'before its first' from visits v join visits f on f.id = v.after_visit_id
  where v.id = any(${moved}) and f.status = 'confirmed' and v.planned_start < f.planned_end`

describe('DS-6 any day in the database', () => {
  test('a proposal is accepted as it stands, in part or whole, and breaks no rule', async () => {
    let accepted = 0
    await fc.assert(
      fc.asyncProperty(aDay, fc.boolean(), async (day, inPart) => {
        const ids = await make(day)
        const before = await visitsNow(ids)
        const ctx = contextOf(database.db, dispatcher, { now: instant(day.now) })
        const { id, proposal } = await readyPlan(ctx, { mode: day.mode, rounds: 60 })
        expect(compareTallies(proposal.after, proposal.before)).toBeLessThanOrEqual(0)
        const { changes } = proposal
        if (changes.length === 0) return
        const wanted = inPart ? [changes.at(-1)!.visitId] : changes.map(({ visitId }) => visitId)
        const chosen = withNeeds(wanted, changes)
        expect(await acceptPlan(ctx, id, { changes: wanted })).toMatchObject({ count: chosen.size })
        accepted += 1
        for (const [i, now] of (await visitsNow(ids)).entries()) {
          const was = before[i]!
          const change = changes.find(({ visitId }) => chosen.has(visitId) && visitId === was.id)
          expect(now).toEqual(
            change
              ? expect.objectContaining({
                  status: 'confirmed',
                  crewId: change.to.crewId,
                  plannedStart: new Date(change.to.start),
                  plannedEnd: new Date(change.to.end),
                  windowStart: was.windowStart,
                  windowEnd: was.windowEnd,
                })
              : { ...was, stranded: now.stranded, version: now.version },
          )
        }
        const moved = changes.filter(
          ({ visitId, from, to }) => chosen.has(visitId) && from?.crewId !== to.crewId,
        )
        expect(await wrongs(moved.map(({ visitId }) => visitId))).toEqual([])
      }),
      { numRuns: 10, seed: 20_260_311, endOnFailure: true },
    )
    expect(accepted).toBeGreaterThan(3)
  })
})
