import { and, eq, gt, inArray, lt } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { crews, holidays, leaves, shiftExceptions } from '#db/schema/crews.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { dayOf } from '#app/platform/time.server.ts'

/** What took the crew off shift: the plainest fact there is about it. */
export type StrandedWhy =
  | { why: 'inactive' | 'skill' | 'exception' | 'pattern' }
  | { why: 'leave'; name: string | null }
  | { why: 'holiday'; zh: string; en: string }

interface Stranded {
  id: number
  skill: string
  crewId: number | null
  plannedStart: Date | null
  plannedEnd: Date | null
}

/** Why each visit is stranded (DS-3): four queries, however many visits. */
export async function whyStranded(
  ctx: Ctx,
  visits: readonly Stranded[],
): Promise<Map<number, StrandedWhy>> {
  const planned = visits.filter(
    (visit): visit is Stranded & { crewId: number; plannedStart: Date; plannedEnd: Date } =>
      visit.crewId !== null && visit.plannedStart !== null && visit.plannedEnd !== null,
  )
  if (planned.length === 0) return new Map(visits.map(({ id }) => [id, { why: 'pattern' }]))
  const ids = [...new Set(planned.map(({ crewId }) => crewId))]
  const days = [...new Set(planned.map(({ plannedStart }) => dayOf(plannedStart)))]
  const first = new Date(Math.min(...planned.map(({ plannedStart }) => plannedStart.getTime())))
  const last = new Date(Math.max(...planned.map(({ plannedEnd }) => plannedEnd.getTime())))
  const [crewRows, away, free, exceptions] = await Promise.all([
    ctx.db
      .select({ id: crews.id, active: crews.active, skills: crews.skills })
      .from(crews)
      .where(inArray(crews.id, ids)),
    ctx.db
      .select({
        crewId: leaves.crewId,
        start: leaves.startsAt,
        end: leaves.endsAt,
        name: staff.name,
      })
      .from(leaves)
      .leftJoin(staff, eq(staff.id, leaves.staffId))
      .where(
        and(
          inArray(leaves.crewId, ids),
          eq(leaves.status, 'approved'),
          lt(leaves.startsAt, last),
          gt(leaves.endsAt, first),
        ),
      ),
    ctx.db.select().from(holidays).where(inArray(holidays.day, days)),
    ctx.db
      .select({ crewId: shiftExceptions.crewId, day: shiftExceptions.day })
      .from(shiftExceptions)
      .where(and(inArray(shiftExceptions.crewId, ids), inArray(shiftExceptions.day, days))),
  ])

  const whyOf = (visit: (typeof planned)[number]): StrandedWhy => {
    const day = dayOf(visit.plannedStart)
    const crew = crewRows.find(({ id }) => id === visit.crewId)
    if (!crew?.active) return { why: 'inactive' }
    if (!crew.skills.includes(visit.skill)) return { why: 'skill' }
    const leave = away.find(
      (one) =>
        one.crewId === visit.crewId && one.start < visit.plannedEnd && visit.plannedStart < one.end,
    )
    if (leave) return { why: 'leave', name: leave.name }
    if (exceptions.some((one) => one.crewId === visit.crewId && one.day === day)) {
      return { why: 'exception' }
    }
    const holiday = free.find((one) => one.day === day)
    if (holiday) return { why: 'holiday', zh: holiday.nameZh, en: holiday.nameEn }
    return { why: 'pattern' }
  }
  const known = new Map(planned.map((visit) => [visit.id, whyOf(visit)]))
  return new Map(visits.map(({ id }) => [id, known.get(id) ?? { why: 'pattern' }]))
}
