import { and, desc, eq, gte, lte, ne } from 'drizzle-orm'
import { crews } from '#db/schema/crews.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { visitDelays } from '#db/schema/work.ts'
import type { VisitStatus } from '#db/vocabulary/visits.ts'
import { baseOf, pointOf, readGazetteer, travelAlong } from '#app/domain/travel/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { dayOf, spanOfDay } from '#app/platform/time.server.ts'

interface OnTheWay {
  id: number
  status: VisitStatus
  crewId: number | null
  windowStart: Date
  plannedStart: Date | null
  setOutAt: Date | null
}

const minute = 60_000
const step = 5 * minute

/**
 * About when the crew is at the home, to five minutes: set out, and come the way from the stop before; never before
 * the window, before what the customer was told last, or before now. `null` while nothing but the window is known.
 */
export async function aboutWhen(ctx: Ctx, visit: OnTheWay): Promise<Date | null> {
  const onTheWay = visit.status === 'on_the_way'
  if (!onTheWay && visit.status !== 'confirmed') return null
  const told = await lastTold(ctx, visit.id)
  if (!onTheWay || !visit.setOutAt)
    return told && rounded(Math.max(told.getTime(), ctx.now().getTime()))
  const way = await wayTo(ctx, visit)
  const there =
    way === null
      ? Math.max(visit.setOutAt.getTime(), visit.plannedStart?.getTime() ?? 0)
      : visit.setOutAt.getTime() + way * minute
  return rounded(
    Math.max(there, visit.windowStart.getTime(), told?.getTime() ?? 0, ctx.now().getTime()),
  )
}

const rounded = (time: number) => new Date(Math.ceil(time / step) * step)

async function lastTold(ctx: Ctx, visitId: number): Promise<Date | null> {
  const [row] = await ctx.db
    .select({ expectedAt: visitDelays.expectedAt })
    .from(visitDelays)
    .where(eq(visitDelays.visitId, visitId))
    .orderBy(desc(visitDelays.id))
    .limit(1)
  return row?.expectedAt ?? null
}

/** Minutes from the stop before it, of the day's first from where the crew is at home; `null` when not known. */
async function wayTo(ctx: Ctx, { crewId, plannedStart }: OnTheWay): Promise<number | null> {
  if (crewId === null || plannedStart === null) return null
  const [here, before] = await ctx.db
    .select({
      lat: tickets.lat,
      lng: tickets.lng,
      address: tickets.address,
      areaId: tickets.areaId,
      homeAreaId: crews.homeAreaId,
    })
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .innerJoin(crews, eq(crews.id, visits.crewId))
    .where(
      and(
        eq(visits.crewId, crewId),
        ne(visits.status, 'cancelled'),
        gte(visits.plannedStart, spanOfDay(dayOf(plannedStart)).start),
        lte(visits.plannedStart, plannedStart),
      ),
    )
    .orderBy(desc(visits.plannedStart))
    .limit(2)
  if (!here) return null
  const gazetteer = await readGazetteer(ctx)
  const stand = (home: typeof here) => ({
    point: pointOf(gazetteer, home)?.point ?? null,
    areaId: home.areaId,
  })
  const from = before ? stand(before) : { point: baseOf(gazetteer, here), areaId: here.homeAreaId }
  const to = stand(here)
  if (!from.point || !to.point) return null
  const [[leg] = []] = await travelAlong(ctx, [[from, to]], gazetteer)
  return leg?.minutes ?? null
}
