import { and, asc, desc, eq, gte, ne, sql, type SQL } from 'drizzle-orm'
import { messages } from '#db/schema/messages.ts'
import { ticketEvents } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { visitDelays } from '#db/schema/work.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { addMinutes, dayOf } from '#app/platform/time.server.ts'
import type { Visit } from './find-visit.server.ts'

/** A visit that was given another time or crew afterwards is expected when it is planned. */
const stillHolds: SQL = sql`${visitDelays.toldAt} >= coalesce((
  select max(${ticketEvents.at}) from ${ticketEvents}
  where ${ticketEvents.ticketId} = ${visits.ticketId} and ${ticketEvents.visitId} = ${visits.id}
    and ${ticketEvents.kind} in ('visit_moved', 'visit_confirmed')), '-infinity')`

/** When the crew last said it reckons to be there (DS-4); null when it never did since the visit was planned. */
export async function latestDelay(ctx: Ctx, { id }: Pick<Visit, 'id'>) {
  const [delay] = await ctx.db
    .select({
      reason: visitDelays.reason,
      note: visitDelays.note,
      expectedAt: visitDelays.expectedAt,
      toldAt: visitDelays.toldAt,
    })
    .from(visitDelays)
    .innerJoin(visits, eq(visits.id, visitDelays.visitId))
    .where(and(eq(visitDelays.visitId, id), stillHolds))
    .orderBy(desc(visitDelays.id))
    .limit(1)
  return delay ?? null
}

/** By which channel the customer was told of it; null when they weren't, or it was taken back before it went out. */
export async function wayOfDelay(
  ctx: Ctx,
  { id }: Pick<Visit, 'id'>,
  { toldAt }: { toldAt: Date },
) {
  const [message] = await ctx.db
    .select({ channel: messages.channel })
    .from(messages)
    .where(
      and(
        eq(messages.visitId, id),
        eq(messages.template, 'visit-late'),
        gte(messages.createdAt, toldAt),
        ne(messages.status, 'withdrawn'),
      ),
    )
    .orderBy(asc(messages.createdAt))
    .limit(1)
  return message?.channel ?? null
}

/** The same as a column of a query over visits. */
export const expectedAtOfVisit = sql<Date | null>`(
  select ${visitDelays.expectedAt} from ${visitDelays}
  where ${visitDelays.visitId} = ${visits.id} and ${stillHolds}
  order by ${visitDelays.id} desc limit 1)`.mapWith(visitDelays.expectedAt)

const step = 5

/** Times that are guessed are said in steps of five minutes, rather late than early, within their day. */
export function roughly(at: Date): Date {
  const rounded = new Date(Math.ceil(at.getTime() / (step * 60_000)) * step * 60_000)
  return dayOf(rounded) === dayOf(at) ? rounded : addMinutes(rounded, -step)
}
