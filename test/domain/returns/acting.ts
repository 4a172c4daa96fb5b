import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { checklistItems, visits } from '#db/schema/visits.ts'
import type { Service } from '#db/vocabulary/bookings.ts'
import { bookConsequence } from '#app/domain/returns/book-consequence.server.ts'
import { decideCase } from '#app/domain/returns/decide-case.server.ts'
import { finishVisit } from '#app/domain/work/index.server.ts'
import type { UploadedFile } from '#app/platform/uploads.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { windowAt } from '#test/factories/districts.ts'
import { aColleague } from '#test/factories/staff.ts'
import { visitNow } from '../visits/scene.ts'
import { aDecision, anAskedCase, as, consequencesNow } from './deciding.ts'

/** A case that was decided: what it set going, by kind. */
export async function aDecidedCase(db: Db, facts: Record<string, unknown> = {}) {
  const asked = await anAskedCase(db)
  const manager = await as(db, 'aftersales_manager')
  await decideCase(manager, asked.number, aDecision(facts))
  const made = await consequencesNow(db, asked.id)
  const of = (kind: string) => made.find((one) => one.kind === kind)!
  return { ...asked, manager, of }
}

/** What of a case stands how, in order. */
export const standing = async (db: Db, caseId: number) =>
  (await consequencesNow(db, caseId)).map(({ kind, status }) => `${kind} ${status}`)

/** A visit of a case, booked by the desk on a day at half past one. */
export async function booked(
  db: Db,
  { number, area }: { number: string; area: { id: number } },
  consequence: { id: number },
  { day, service = 'delivery' }: { day: string; service?: Service },
) {
  const window = await windowAt(db, { areaId: area.id, service, day, from: '13:30' })
  return bookConsequence(await as(db, 'desk'), number, consequence.id, window.id)
}

/** Its crew at work there, on its day. */
export async function atWork(db: Db, visitId: number, now: Date) {
  await db.update(checklistItems).set({ active: false })
  const { crewId } = await visitNow(db, visitId)
  await db.update(visits).set({ status: 'working', startedAt: now }).where(eq(visits.id, visitId))
  return contextOf(db, await aColleague(db, 'crew', { crewId: crewId! }), { now })
}

export const finished = (
  ctx: Awaited<ReturnType<typeof atWork>>,
  visitId: number,
  outcome: 'done' | 'escalated' | 'taken_away' = 'done',
) =>
  finishVisit(ctx, visitId, {
    workDone: '办好了',
    outcome,
    needed: outcome === 'escalated' ? '要两个人抬' : '',
    reasons: new Map<number, string>(),
  })

/** A small picture as a form brings it. */
export const aPhoto = (bytes: Buffer, name = '台面.png'): UploadedFile => ({
  field: 'photos',
  name,
  bytes,
  tooBig: false,
})

export { tuesdayMorning }
