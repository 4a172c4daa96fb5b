import { setTimeout as sleep } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { dayPlans } from '#db/schema/planning.ts'
import {
  dismissPlan,
  planOfDay,
  readPlan,
  startPlan,
  stopPlan,
  workOutPlan,
} from '#app/domain/planning/index.server.ts'
import type { PlanSoFar } from '#app/domain/planning/plan-view.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import {
  aCrew,
  at,
  clearDay,
  day,
  letPlan,
  never,
  planNow,
  planSeconds,
  proposalNow,
  waiting,
  worked,
} from './scene.ts'

const database = testDatabase()
const dispatcher = async (now = tuesdayMorning) =>
  contextOf(database.db, await aColleague(database.db, 'dispatcher'), { now })
const job = (now = tuesdayMorning) => contextOf(database.db, { kind: 'job' }, { now })
const later = (seconds: number) => new Date(tuesdayMorning.getTime() + seconds * 1000)
const jobs = () => database.connect()`select payload from graphile_worker._private_jobs`

beforeEach(async () => {
  letPlan(database.db)
  await planSeconds(database.db, 1)
  await clearDay(database.db)
})

/** A day with so much to decide that it takes its whole time. */
async function aFullDay(seconds: number) {
  await planSeconds(database.db, seconds)
  for (let i = 0; i < 6; i++) await aCrew(database.db)
  for (let i = 0; i < 40; i++) await waiting(database.db, { to: '17:00' })
}

describe('planning a day', () => {
  test('DS-6 a plan is worked out in a thread and proposed; nothing of the day changes by that', async () => {
    const crew = await aCrew(database.db)
    const visit = await waiting(database.db)
    const id = await worked(await dispatcher())
    expect(await planNow(database.db, id)).toMatchObject({ status: 'ready', progress: 1 })
    expect(await proposalNow(database.db, id)).toMatchObject({
      before: { unserved: 1 },
      after: { unserved: 0, late: 0, crews: 1 },
      changes: [{ visitId: visit.id, from: null, to: { crewId: crew.id }, needs: [] }],
      unplaced: [],
    })
    expect(await planOfDay(await dispatcher(), day)).toMatchObject({
      id,
      status: 'ready',
      changes: [
        { visitId: visit.id, to: { crewName: crew.nameZh, start: at('10:00').toISOString() } },
      ],
    })
  })

  test('its job waits in the queue from the same moment on', async () => {
    const before = await jobs()
    const id = await startPlan(await dispatcher(), { day, mode: 'fill' })
    const waits = (await jobs()).filter(
      ({ payload }) => (payload as { planId?: string }).planId === id,
    )
    expect([before.length, waits.length]).toEqual([(await jobs()).length - 1, 1])
  })

  test('of many who start a day at once all get the one that is at work', async () => {
    const ctx = await dispatcher()
    const ids = await Promise.all(
      Array.from({ length: 8 }, () => startPlan(ctx, { day, mode: 'replan' })),
    )
    expect(new Set(ids).size).toBe(1)
    expect(await startPlan(ctx, { day, mode: 'fill' })).toBe(ids[0])
  })

  test('a new start puts aside what was proposed before', async () => {
    const first = await worked(await dispatcher())
    const second = await startPlan(await dispatcher(), { day, mode: 'replan' })
    expect(await planNow(database.db, first)).toMatchObject({ status: 'dismissed' })
    expect(await planOfDay(await dispatcher(), day)).toMatchObject({
      id: second,
      status: 'waiting',
    })
  })

  test('a day that is over, or a year and more ahead, is refused', async () => {
    const ctx = await dispatcher()
    await expect(startPlan(ctx, { day: '2026-03-09', mode: 'fill' })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'planDayOver',
    })
    await expect(startPlan(ctx, { day: '2027-06-01', mode: 'fill' })).rejects.toMatchObject({
      code: 'planDayFar',
    })
  })

  test.each(['desk', 'crew', 'caller', 'general_manager', 'admin'] as const)(
    '%s may not',
    async (role) => {
      const ctx = contextOf(database.db, await aColleague(database.db, role))
      const id = await startPlan(await dispatcher(), { day, mode: 'fill' })
      const refused = { kind: 'forbidden' }
      await expect(startPlan(ctx, { day, mode: 'fill' })).rejects.toMatchObject(refused)
      await expect(stopPlan(ctx, id)).rejects.toMatchObject(refused)
      await expect(dismissPlan(ctx, id)).rejects.toMatchObject(refused)
    },
  )

  test('who sees visits sees plans, others don’t', async () => {
    const id = await startPlan(await dispatcher(), { day, mode: 'fill' })
    const desk = contextOf(database.db, await aColleague(database.db, 'desk'))
    expect(await readPlan(desk, id)).toMatchObject({ id })
    const store = contextOf(database.db, await aColleague(database.db, 'store_guide'))
    await expect(readPlan(store, id)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(planOfDay(store, day)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('a plan while it is worked out', () => {
  test('writes how far it is, and stopping it early keeps its best so far', async () => {
    await aFullDay(20)
    const ctx = await dispatcher()
    const id = await startPlan(ctx, { day, mode: 'fill' })
    const work = workOutPlan(job(), id, never)
    await vi.waitFor(
      async () => {
        const plan = await planNow(database.db, id)
        expect(plan.progress).toBeGreaterThan(0.02)
        expect((plan.proposal as PlanSoFar).best.unserved).toBeLessThan(40)
      },
      { timeout: 8000, interval: 50 },
    )
    const view = await readPlan(ctx, id)
    expect(view).toMatchObject({ status: 'running', changes: [], gain: null })
    expect(view.soFar!.before.unserved).toBe(40)
    await stopPlan(ctx, id)
    await stopPlan(ctx, id)
    const asked = performance.now()
    await work
    expect(performance.now() - asked).toBeLessThan(3000)
    const { after, before } = await proposalNow(database.db, id)
    expect(after.unserved).toBeLessThan(before.unserved)
    expect(await planNow(database.db, id)).toMatchObject({ status: 'ready' })
  })

  test('Q-10 a server that ends keeps the best so far, at once', async () => {
    await aFullDay(20)
    const id = await startPlan(await dispatcher(), { day, mode: 'fill' })
    const ending = new AbortController()
    const work = workOutPlan(job(), id, ending.signal)
    await vi.waitFor(async () =>
      expect(await planNow(database.db, id)).toMatchObject({ status: 'running' }),
    )
    await sleep(500)
    const asked = performance.now()
    ending.abort()
    await work
    expect(performance.now() - asked).toBeLessThan(3000)
    expect(await planNow(database.db, id)).toMatchObject({ status: 'ready' })
  })

  test('one that is given up ends and proposes nothing', async () => {
    await aFullDay(20)
    const id = await startPlan(await dispatcher(), { day, mode: 'fill' })
    const work = workOutPlan(job(), id, never)
    await vi.waitFor(async () =>
      expect(await planNow(database.db, id)).toMatchObject({ status: 'running' }),
    )
    await dismissPlan(await dispatcher(), id)
    await work
    expect(await planNow(database.db, id)).toMatchObject({ status: 'dismissed', base: null })
    expect(await planOfDay(await dispatcher(), day)).toBeNull()
  })

  test('the job run twice does it once', async () => {
    await waiting(database.db)
    const id = await startPlan(await dispatcher(), { day, mode: 'fill' })
    await Promise.all([workOutPlan(job(), id, never), workOutPlan(job(), id, never)])
    await workOutPlan(job(), id, never)
    expect(await planNow(database.db, id)).toMatchObject({ status: 'ready' })
  })

  test('a thread that fails shows as failed, and the day may be planned again', async () => {
    await aCrew(database.db)
    await waiting(database.db)
    letPlan(database.db, '/nowhere/worker.mjs')
    const id = await startPlan(await dispatcher(), { day, mode: 'fill' })
    await expect(workOutPlan(job(), id, never)).rejects.toThrow(/nowhere/)
    expect(await planOfDay(await dispatcher(), day)).toMatchObject({ id, status: 'failed' })
    expect(await startPlan(await dispatcher(), { day, mode: 'fill' })).not.toBe(id)
  })

  test('one whose process died shows as failed after fifteen seconds, and may be started again', async () => {
    const id = await startPlan(await dispatcher(), { day, mode: 'fill' })
    await database.db.update(dayPlans).set({ status: 'running' }).where(eq(dayPlans.id, id))
    expect(await planOfDay(await dispatcher(later(14)), day)).toMatchObject({ status: 'running' })
    expect(await planOfDay(await dispatcher(later(16)), day)).toMatchObject({ status: 'failed' })
    const second = await startPlan(await dispatcher(later(16)), { day, mode: 'fill' })
    expect(second).not.toBe(id)
    expect(await planNow(database.db, id)).toMatchObject({ status: 'dismissed' })
  })

  test('a plan can be put aside, twice too, but not once it is accepted', async () => {
    const id = await worked(await dispatcher())
    await dismissPlan(await dispatcher(), id)
    await dismissPlan(await dispatcher(), id)
    expect(await planOfDay(await dispatcher(), day)).toBeNull()
    await database.db.update(dayPlans).set({ status: 'accepted' }).where(eq(dayPlans.id, id))
    await expect(dismissPlan(await dispatcher(), id)).rejects.toMatchObject({ code: 'planDecided' })
  })
})
