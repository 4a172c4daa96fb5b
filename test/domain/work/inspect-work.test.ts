import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { services } from '#db/schema/bookings.ts'
import { crews } from '#db/schema/crews.ts'
import { visitInspections } from '#db/schema/work.ts'
import { type InspectionLevel, inspectionLevels } from '#db/vocabulary/work.ts'
import { finishVisit, inspectWork, threeChecksOf } from '#app/domain/work/index.server.ts'
import { InspectWorkForm } from '#app/domain/work/inspect-work-form.ts'
import { standingOf } from '#app/domain/work/inspections.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { databaseErrorCode } from '#app/platform/context.server.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, at, eventsOf, visitNow } from '#test/domain/visits/scene.ts'
import { atHome } from './home.ts'

const database = testDatabase()
let keys = 0
const form = (level: InspectionLevel, passed = true, note = passed ? '' : '缝隙太大') => ({
  level,
  passed,
  note,
  submissionKey: `inspection-key-number-${(keys += 1)}`,
})
const done = { workDone: '装好了', outcome: 'done' as const, needed: '', reasons: new Map() }

const askFor = (threeChecks: boolean) =>
  database.db.update(services).set({ threeChecks }).where(eq(services.key, 'install'))

beforeEach(() => askFor(true))
afterEach(() => askFor(false))

/** A crew at work on something big, led by one of the two, and an after-sales manager. */
async function atBigJob(status: 'arrived' | 'working' | 'finished' = 'working') {
  const { db } = database
  const home = await atHome(db, status, { visit: { skill: 'install' } })
  const leader = await aColleague(db, 'crew', { crewId: home.visit.crewId })
  const inspector = await aColleague(db, 'aftersales_manager')
  await db.update(crews).set({ leaderId: leader.id }).where(eq(crews.id, home.visit.crewId!))
  const as = (actor: StaffActor) => asActor(db, actor, at('15:30'))
  return { ...home, self: home.ctx, leader: as(leader), inspector: as(inspector) }
}

type Job = Awaited<ReturnType<typeof atBigJob>>
const by = (job: Job, level: InspectionLevel, passed = true) =>
  inspectWork(job[level], job.visit.id, form(level, passed))

const madeOf = (visitId: number) =>
  database.db
    .select({ level: visitInspections.level, passed: visitInspections.passed })
    .from(visitInspections)
    .where(eq(visitInspections.visitId, visitId))
    .orderBy(visitInspections.id)

describe('VS-8 the three checks', () => {
  test('the crew, its leader and the inspector, in their order; then it may be finished', async () => {
    const job = await atBigJob()
    for (const level of inspectionLevels) {
      await expect(finishVisit(job.self, job.visit.id, done)).rejects.toMatchObject({
        code: 'inspectionsMissing',
      })
      expect((await threeChecksOf(job.self, job.visit)).next).toBe(level)
      await by(job, level)
    }
    expect(await threeChecksOf(job.self, job.visit)).toMatchObject({
      asked: true,
      passed: 3,
      next: null,
    })
    expect(await eventsOf(database.db, job.ticket.id)).toMatchObject(
      inspectionLevels.map((level) => ({
        kind: 'work_inspected',
        data: { level, passed: true, note: '' },
      })),
    )
    await finishVisit(job.self, job.visit.id, done)
    expect(await visitNow(database.db, job.visit.id)).toMatchObject({ status: 'finished' })
  })

  test('none is made before those ahead of it', async () => {
    const job = await atBigJob()
    for (const level of ['leader', 'inspector'] as const) {
      await expect(by(job, level)).rejects.toMatchObject({
        kind: 'conflict',
        code: 'inspectionOutOfOrder',
      })
    }
    await by(job, 'self')
    await expect(by(job, 'inspector')).rejects.toMatchObject({ code: 'inspectionOutOfOrder' })
    expect(await madeOf(job.visit.id)).toEqual([{ level: 'self', passed: true }])
  })

  test('a failed one sends the work back to the first, with why', async () => {
    const job = await atBigJob()
    await by(job, 'self')
    await by(job, 'leader')
    await by(job, 'inspector', false)
    expect(await threeChecksOf(job.self, job.visit)).toMatchObject({ passed: 0, next: 'self' })
    await expect(by(job, 'inspector')).rejects.toMatchObject({ code: 'inspectionOutOfOrder' })
    for (const level of inspectionLevels) await by(job, level)
    expect((await threeChecksOf(job.self, job.visit)).next).toBeNull()
    expect(await madeOf(job.visit.id)).toHaveLength(6)
    expect(InspectWorkForm.safeParse({ ...form('self'), passed: 'no' }).error?.issues[0]).toEqual(
      expect.objectContaining({ path: ['note'], message: 'validation:reason' }),
    )
  })

  test('the same form twice, or at once, is one check', async () => {
    const job = await atBigJob()
    const once = form('self')
    await Promise.all([1, 2, 3].map(() => inspectWork(job.self, job.visit.id, once)))
    await inspectWork(job.self, job.visit.id, once)
    expect(await madeOf(job.visit.id)).toHaveLength(1)
  })

  test('the second is the leader’s own; a crew without one is told so', async () => {
    const job = await atBigJob()
    await by(job, 'self')
    await expect(inspectWork(job.self, job.visit.id, form('leader'))).rejects.toMatchObject({
      code: 'notCrewLeader',
    })
    await database.db.update(crews).set({ leaderId: null }).where(eq(crews.id, job.visit.crewId!))
    await expect(by(job, 'leader')).rejects.toMatchObject({ code: 'crewWithoutLeader' })
  })

  test('the third is an after-sales or general manager’s; another crew has no part in any', async () => {
    const job = await atBigJob()
    await by(job, 'self')
    await by(job, 'leader')
    for (const role of ['desk', 'dispatcher', 'market_manager', 'crew'] as const) {
      const other = asActor(database.db, await aColleague(database.db, role))
      await expect(inspectWork(other, job.visit.id, form('inspector'))).rejects.toMatchObject({
        kind: 'forbidden',
      })
    }
    const stranger = asActor(database.db, await aColleague(database.db, 'crew'))
    await expect(inspectWork(stranger, job.visit.id, form('self'))).rejects.toMatchObject({
      kind: 'not_found',
    })
    await expect(inspectWork(job.inspector, job.visit.id, form('self'))).rejects.toMatchObject({
      kind: 'forbidden',
    })
    const manager = await aColleague(database.db, 'general_manager')
    await inspectWork(asActor(database.db, manager), job.visit.id, form('inspector'))
  })

  test('only while the work goes on, and only where the service asks for it', async () => {
    const early = await atBigJob('arrived')
    await expect(by(early, 'self')).rejects.toMatchObject({ code: 'inspectWhileWorking' })
    const late = await atBigJob('finished')
    await expect(by(late, 'self')).rejects.toMatchObject({ code: 'visitFinished' })
    const job = await atBigJob()
    await askFor(false)
    await expect(by(job, 'self')).rejects.toMatchObject({ code: 'noInspections' })
    await finishVisit(job.self, job.visit.id, done)
  })

  test('what a check found is added to, never changed', async () => {
    const job = await atBigJob()
    await by(job, 'self')
    const sql = database.connect({ max: 1 })
    for (const attempt of [
      () => sql`update visit_inspections set passed = false where visit_id = ${job.visit.id}`,
      () => sql`delete from visit_inspections where visit_id = ${job.visit.id}`,
    ]) {
      await expect(attempt()).rejects.toSatisfy((error) => databaseErrorCode(error) === '42501')
    }
  })

  test('one that is made again where it had passed changes nothing', () => {
    const pass = (level: InspectionLevel) => ({ level, passed: true })
    expect(standingOf([pass('self'), pass('self')])).toEqual({ passed: 1, next: 'leader' })
    expect(standingOf([pass('self'), pass('leader'), pass('self')])).toEqual({
      passed: 2,
      next: 'inspector',
    })
    expect(standingOf([pass('self'), { level: 'self', passed: false }])).toEqual({
      passed: 0,
      next: 'self',
    })
  })
})
