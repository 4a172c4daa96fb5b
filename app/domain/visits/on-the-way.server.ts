import { and, desc, eq, gte, isNotNull, lte, ne } from 'drizzle-orm'
import { crews } from '#db/schema/crews.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import type { Ticket } from '#app/domain/tickets/index.server.ts'
import {
  baseOf,
  type Gazetteer,
  knownWay,
  pointOf,
  readGazetteer,
  type Stand,
} from '#app/domain/travel/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { addMinutes, dayOf, spanOfDay } from '#app/platform/time.server.ts'
import { latestDelay, roughly } from './delays.server.ts'
import type { Visit } from './find-visit.server.ts'

/**
 * About when a crew that sets out now is there: the way from where it was last, never before the window begins nor
 * before what was last said of it.
 */
export async function aboutWhenThere(ctx: Ctx, ticket: Ticket, visit: Visit): Promise<Date> {
  const minutes = await wayOf(ctx, ticket, visit)
  const planned = visit.plannedStart ?? visit.windowStart
  const there = minutes === null ? planned : addMinutes(ctx.now(), minutes)
  const said = await latestDelay(ctx, visit)
  const times = [there, visit.windowStart, ctx.now(), ...(said ? [said.expectedAt] : [])]
  return roughly(new Date(Math.max(...times.map((time) => time.getTime()))))
}

/** Minutes from where the crew was last this day, or from where it is at home; null when neither place is known. */
async function wayOf(ctx: Ctx, ticket: Ticket, visit: Visit): Promise<number | null> {
  const gazetteer = await readGazetteer(ctx)
  const from = (await lastPlace(ctx, gazetteer, visit)) ?? (await base(ctx, gazetteer, visit))
  const to = { point: pointOf(gazetteer, ticket)?.point ?? null, areaId: ticket.areaId }
  if (!from?.point || !to.point) return null
  return (await knownWay(ctx, from, to, gazetteer)).minutes
}

async function lastPlace(ctx: Ctx, gazetteer: Gazetteer, visit: Visit): Promise<Stand | null> {
  const { start } = spanOfDay(dayOf(ctx.now()))
  const [before] = await ctx.db
    .select({
      address: tickets.address,
      areaId: tickets.areaId,
      lat: tickets.lat,
      lng: tickets.lng,
    })
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .where(
      and(
        eq(visits.crewId, visit.crewId!),
        ne(visits.id, visit.id),
        isNotNull(visits.arrivedAt),
        gte(visits.plannedStart, start),
        lte(visits.plannedStart, spanOfDay(dayOf(ctx.now())).end),
      ),
    )
    .orderBy(desc(visits.arrivedAt))
    .limit(1)
  if (!before) return null
  return { point: pointOf(gazetteer, before)?.point ?? null, areaId: before.areaId }
}

async function base(ctx: Ctx, gazetteer: Gazetteer, visit: Visit): Promise<Stand | null> {
  const [crew] = await ctx.db.select().from(crews).where(eq(crews.id, visit.crewId!))
  return crew ? { point: baseOf(gazetteer, crew), areaId: crew.homeAreaId } : null
}
