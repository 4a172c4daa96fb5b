import { describe, expect, test } from 'vitest'
import { promises } from '#db/schema/promises.ts'
import {
  listPromises,
  promiseChoices,
  type PromiseFilter,
  type PromisePlace,
} from '#app/domain/promises/index.server.ts'
import { roles } from '#db/vocabulary/roles.ts'
import { may } from '#app/platform/permissions.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aCrew } from '#test/factories/crews.ts'
import { aPromise } from '#test/factories/promises.ts'
import { aColleague } from '#test/factories/staff.ts'
import { anArea } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { at } from '../visits/scene.ts'

const database = testDatabase()
const all = (facts: Partial<PromiseFilter>): PromiseFilter => ({
  ...{ from: '2026-03-10', to: '2026-03-10' },
  ...{ outcome: null, madeBy: null, areaId: null, crewId: null },
  ...facts,
})
const settled = (breach: 'late' | 'missed' | null) => ({
  outcome: breach ? ('broken' as const) : ('kept' as const),
  breach,
  settledAt: at('00:30', 1),
})

/** A promise on a day, two to four in the afternoon, in an area and by a crew. */
async function promisedOn(
  days: number,
  facts: Partial<typeof promises.$inferInsert> & { areaId?: number; crewId?: number } = {},
) {
  const { areaId, crewId = (await aCrew(database.db)).id, ...rest } = facts
  const ticket = await aTicket(database.db, { status: 'scheduled', areaId: areaId ?? null })
  const visit = await aConfirmedVisit(database.db, {
    ...{ ticketId: ticket.id, crewId },
    ...{ windowStart: at('14:00', days), windowEnd: at('16:00', days) },
    ...{ plannedStart: at('14:00', days), plannedEnd: at('15:00', days) },
  })
  return aPromise(database.db, { visit, ...rest })
}

const dispatcher = async () =>
  contextOf(database.db, await aColleague(database.db, 'dispatcher'), { now: tuesdayMorning })

describe('the ledger of promises', () => {
  test('totals say how many of those due were kept, whichever outcome is shown', async () => {
    await promisedOn(20, settled(null))
    await promisedOn(20, settled(null))
    await promisedOn(20, settled('late'))
    await promisedOn(20, settled('missed'))
    await promisedOn(20, { outcome: 'released', settledAt: tuesdayMorning })
    await promisedOn(20, { outcome: 'withdrawn', settledAt: tuesdayMorning })
    await promisedOn(20)
    const ctx = await dispatcher()
    const span = { from: '2026-03-30', to: '2026-03-30' }
    const { promises: rows, totals } = await listPromises(
      ctx,
      all({ ...span, outcome: 'broken' }),
      null,
    )
    expect(rows.map(({ breach }) => breach).sort()).toEqual(['late', 'missed'])
    expect(totals).toEqual({
      byOutcome: { open: 1, kept: 2, broken: 2, released: 1, withdrawn: 1 },
      late: 1,
      missed: 1,
    })
  })

  test('is cut to days, to who promised, to an area and to a crew', async () => {
    const desk = await aColleague(database.db, 'desk')
    const area = await anArea(database.db)
    const crew = await aCrew(database.db)
    const own = await promisedOn(3)
    const byDesk = await promisedOn(4, { madeBy: desk.id })
    const there = await promisedOn(4, { areaId: area.id })
    const theirs = await promisedOn(5, { crewId: crew.id })
    const ctx = await dispatcher()
    const ids = async (facts: Partial<PromiseFilter>) =>
      (
        await listPromises(ctx, all({ from: '2026-03-13', to: '2026-03-15', ...facts }), null)
      ).promises.map(({ id }) => id)
    expect(await ids({})).toEqual([theirs, there, byDesk, own].map(({ id }) => id))
    expect(await ids({ from: '2026-03-14', to: '2026-03-14' })).toEqual([there.id, byDesk.id])
    expect(await ids({ madeBy: desk.id })).toEqual([byDesk.id])
    expect(await ids({ madeBy: 'customer' })).toEqual([theirs, there, own].map(({ id }) => id))
    expect(await ids({ areaId: area.id })).toEqual([there.id])
    expect(await ids({ crewId: crew.id })).toEqual([theirs.id])
    const { people } = await promiseChoices(ctx, { from: '2026-03-13', to: '2026-03-15' })
    expect(people).toEqual([{ id: desk.id, name: desk.name }])
  })

  test('comes a page at a time, each promise once', async () => {
    const crew = await aCrew(database.db)
    for (let i = 0; i < 3; i++) {
      const first = await promisedOn(30 + i, { crewId: crew.id })
      await database.db.insert(promises).values(
        Array.from({ length: 20 }, () => ({
          ...{ visitId: first.visitId, ticketId: first.ticketId },
          ...{ windowStart: first.windowStart, windowEnd: first.windowEnd },
          ...{ origin: 'moved' as const, madeAt: tuesdayMorning },
          ...{ outcome: 'withdrawn' as const, settledAt: tuesdayMorning },
        })),
      )
    }
    const ctx = await dispatcher()
    const filter = all({ from: '2026-04-09', to: '2026-04-11', crewId: crew.id })
    const seen: number[] = []
    let after: PromisePlace | null = null
    let pages = 0
    do {
      const page = await listPromises(ctx, filter, after)
      seen.push(...page.promises.map(({ id }) => id))
      const [instant, id] = page.next?.split(',') ?? []
      after = instant && id ? [new Date(instant), Number(id)] : null
      pages++
    } while (after)
    expect(pages).toBe(2)
    expect(new Set(seen).size).toBe(63)
    expect(seen).toHaveLength(63)
  })

  test.each(roles)('Q-12 %s', async (role) => {
    const actor = await aColleague(database.db, role)
    const read = listPromises(contextOf(database.db, actor), all({}), null)
    if (may(actor, 'promise:read')) await expect(read).resolves.toBeTruthy()
    else await expect(read).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
