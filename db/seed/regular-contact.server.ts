import { asc, isNull } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { customers } from '#db/schema/customers.ts'
import type { CustomerGrade } from '#db/vocabulary/customers.ts'
import { gradeCustomer, gradeStamp } from '#app/domain/customers/grade-customer.server.ts'
import { recordContact } from '#app/domain/customers/record-contact.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { addDays, instantAt } from '#app/platform/time.server.ts'
import type { Telling } from './telling.ts'

/** Each of a grade, last contacted so many days ago and how it was; two were never in touch. */
const told: readonly [grade: CustomerGrade, days: number | null, note: string][] = [
  ['A', 4, '问候了一下，全屋柜子都满意，介绍了一位邻居。'],
  ['A', 34, '老人腿脚不便，下次上门请提前半小时电话。'],
  ['A', 12, '准备明年装修另一套，到时候想先看样板间。'],
  ['A', null, ''],
  ['B', 20, '一切正常，问了保养用什么清洁剂，已经告诉他。'],
  ['B', 97, '儿童房的书桌想加高，等孩子放假再约。'],
  ['B', 61, '抽屉很顺，没有别的需要。'],
  ['C', 45, '电话里说都好，不用常打。'],
  ['C', 186, '刚搬进去，还在收拾。'],
  ['C', null, ''],
]

/** CU-1: some customers are graded, and some of those are to be contacted by now. */
export async function keepInTouch(db: Db, { now, today, team, random }: Telling): Promise<void> {
  const who = team.desk[0]!
  const ctxAt = (at: Date): Ctx<StaffActor> => ({
    ...{ db, locale: 'zh-CN', now: () => at },
    actor: {
      ...{ kind: 'staff', id: who.id, name: who.name, roles: ['desk'] },
      ...{ storeId: null, crewId: null, locale: 'zh-CN' },
    },
  })
  const people = await db
    .select({ id: customers.id })
    .from(customers)
    .where(isNull(customers.mergedIntoId))
    .orderBy(asc(customers.id))
    .limit(told.length)
  for (const [i, [grade, days, body]] of told.entries()) {
    const id = people[i]!.id
    if (days !== null) {
      const submissionKey = random.uuid().replaceAll('-', '')
      const at = instantAt(addDays(today, -days), '10:20')
      await recordContact(ctxAt(at), id, { body, submissionKey })
    }
    await gradeCustomer(ctxAt(now), id, { grade, seen: gradeStamp({ grade: null }) })
  }
}
