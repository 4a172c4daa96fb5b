import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { returnCases, returnConsequences } from '#db/schema/returns.ts'
import type { Role } from '#db/vocabulary/roles.ts'
import { DecideForm } from '#app/domain/returns/decide-form.ts'
import { openCase } from '#app/domain/returns/open-case.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aDistrict } from '#test/factories/districts.ts'
import { only, serial } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'

/** A case somebody asked for: a cracked table, delivered in January. */
export async function anAskedCase(db: Db, { now = tuesdayMorning } = {}) {
  const area = await aDistrict(db)
  const ticket = await aTicket(db, { areaId: area.id, status: 'triaged', kind: 'exchange' })
  const job = contextOf(db, { kind: 'job' }, { now })
  const { id, number } = await inTransaction(job, (tx) =>
    openCase(tx, ticket, {
      product: '听雨餐桌',
      reason: 'defect',
      wish: 'exchange',
      words: '桌面自己裂了',
      deliveredOn: '2026-01-10',
    }),
  )
  return { area, ticket, id, number }
}

export const caseNow = async (db: Db, id: number) =>
  only(await db.select().from(returnCases).where(eq(returnCases.id, id)))

export const consequencesNow = (db: Db, caseId: number) =>
  db
    .select()
    .from(returnConsequences)
    .where(eq(returnConsequences.caseId, caseId))
    .orderBy(returnConsequences.id)

export const as = async (db: Db, role: Role, now = tuesdayMorning) =>
  contextOf(db, await aColleague(db, role), { now })

/** A form as the page sends it: an exchange whose new table is there on Thursday. */
export const aDecision = (facts: Record<string, unknown> = {}): DecideForm =>
  DecideForm.parse({
    remedy: 'exchange',
    why: '裂缝贯穿，补不住',
    told: '给您换一张同款新餐桌，不收费用。',
    what: '听雨餐桌一张',
    promisedOn: '2026-03-12',
    collect: 'same',
    goods: '1800',
    version: 1,
    submissionKey: `decision-${String(serial()).padStart(20, '0')}`,
    ...facts,
  })
