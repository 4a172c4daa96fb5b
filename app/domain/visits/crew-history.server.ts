import { and, desc, eq, gte, inArray, isNotNull, lt, ne, sql } from 'drizzle-orm'
import { crews } from '#db/schema/crews.ts'
import { ratings } from '#db/schema/follow-ups.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { spanOfDay } from '#app/platform/time.server.ts'

/** How many visits each crew has on a day, and how much work, one visit aside. */
export async function loadOfDay(ctx: Ctx, ids: number[], day: string, exceptId: number) {
  const loads = new Map<number, { visits: number; minutes: number }>()
  if (ids.length === 0) return loads
  const { start, end } = spanOfDay(day)
  const rows = await ctx.db
    .select({ crewId: visits.crewId, minutes: visits.durationMinutes })
    .from(visits)
    .where(
      and(
        inArray(visits.crewId, ids),
        gte(visits.plannedStart, start),
        lt(visits.plannedStart, end),
        ne(visits.status, 'cancelled'),
        ne(visits.id, exceptId),
      ),
    )
  for (const { crewId, minutes } of rows) {
    const load = loads.get(crewId!) ?? { visits: 0, minutes: 0 }
    loads.set(crewId!, { visits: load.visits + 1, minutes: load.minutes + minutes })
  }
  return loads
}

/** The crew that came to this customer last. */
export async function crewOfLastTime(ctx: Ctx, customerId: number, exceptId: number) {
  const [last] = await ctx.db
    .select({ crewId: visits.crewId })
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .where(
      and(eq(tickets.customerId, customerId), isNotNull(visits.arrivedAt), ne(visits.id, exceptId)),
    )
    .orderBy(desc(visits.arrivedAt))
    .limit(1)
  return last?.crewId ?? null
}

export interface CrewRating {
  /** Of 1 to 5, over all questions. */
  mean: number
  count: number
}

/** How many of a crew's last visits are looked at for what customers said. */
const ratedVisits = 60

/** What customers said of each crew's last visits (DS-1). */
export async function ratingsOfCrews(ctx: Ctx, ids: number[]): Promise<Map<number, CrewRating>> {
  if (ids.length === 0) return new Map()
  const last = ctx.db
    .select({ id: visits.id })
    .from(visits)
    .where(and(eq(visits.crewId, crews.id), eq(visits.status, 'finished')))
    .orderBy(desc(visits.plannedStart))
    .limit(ratedVisits)
    .as('last')
  const all = sql`(${ratings.attitude} + ${ratings.quality} + ${ratings.solved} + ${ratings.punctuality} + ${ratings.tidiness})`
  const rows = await ctx.db
    .select({
      crewId: crews.id,
      mean: sql<number>`avg(${all} / 5.0)::float8`,
      count: sql<number>`count(*)::int`,
    })
    .from(crews)
    .innerJoinLateral(last, sql`true`)
    .innerJoin(ratings, eq(ratings.visitId, last.id))
    .where(inArray(crews.id, ids))
    .groupBy(crews.id)
  return new Map(rows.map(({ crewId, ...rating }) => [crewId, rating]))
}
