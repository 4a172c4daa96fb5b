import { and, asc, eq, gte, ne, sql } from 'drizzle-orm'
import { messages } from '#db/schema/messages.ts'
import { visits } from '#db/schema/visits.ts'
import { visitDelays } from '#db/schema/work.ts'
import { delayHolds, delaysThatHold } from '#app/domain/tickets/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { addMinutes, dayOf } from '#app/platform/time.server.ts'
import type { Visit } from './find-visit.server.ts'

/** When the crew last said it reckons to be there (DS-4); null when it never did since the visit was planned. */
export const latestDelay = async (ctx: Ctx, { id }: Pick<Visit, 'id'>) =>
  (await delaysThatHold(ctx, [id])).at(-1) ?? null

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
  where ${visitDelays.visitId} = ${visits.id} and ${delayHolds}
  order by ${visitDelays.id} desc limit 1)`.mapWith(visitDelays.expectedAt)

const step = 5

/** Times that are guessed are said in steps of five minutes, rather late than early, within their day. */
export function roughly(at: Date): Date {
  const rounded = new Date(Math.ceil(at.getTime() / (step * 60_000)) * step * 60_000)
  return dayOf(rounded) === dayOf(at) ? rounded : addMinutes(rounded, -step)
}
