import { and, desc, eq, gte, inArray, isNotNull, lt, ne } from 'drizzle-orm'
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
