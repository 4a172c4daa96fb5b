import { and, eq, inArray } from 'drizzle-orm'
import { articles } from '#db/schema/knowledge.ts'
import { ticketEvents } from '#db/schema/tickets.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { visibleArticles } from './find-article.server.ts'
import { type Match, matchColumns } from './match-articles.server.ts'

/** Which answers a ticket knows, by their names: those said to fit it, and those its customer had tried before. */
export interface AnswersOfTicket {
  used: string[]
  tried: string[]
}

/** What events say of them. */
export function answersIn(events: readonly { kind: string; data: unknown }[]): AnswersOfTicket {
  const said = events.map(({ kind, data }) => ({ kind, ...(data as Record<string, unknown>) }))
  return {
    used: said.flatMap((one) =>
      one.kind === 'answer_used' && 'answer' in one ? namesOf([one.answer]) : [],
    ),
    tried: said.flatMap((one) =>
      one.kind === 'registered' && 'tried' in one && Array.isArray(one.tried)
        ? namesOf(one.tried)
        : [],
    ),
  }
}

const namesOf = (values: unknown[]) => values.filter((value) => typeof value === 'string')

/** The same of a ticket the actor may see. */
export async function answersUsedOn(ctx: Ctx, ticketId: number): Promise<AnswersOfTicket> {
  const rows = await ctx.db
    .select({ kind: ticketEvents.kind, data: ticketEvents.data })
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.ticketId, ticketId),
        inArray(ticketEvents.kind, ['answer_used', 'registered']),
      ),
    )
  return answersIn(rows)
}

/** The published ones among these names that the actor may read. */
export async function answersNamed(ctx: Ctx, slugs: readonly string[]): Promise<Match[]> {
  if (slugs.length === 0) return []
  return ctx.db
    .select(matchColumns)
    .from(articles)
    .where(
      and(
        inArray(articles.slug, [...slugs]),
        eq(articles.status, 'published'),
        visibleArticles(ctx.actor),
      ),
    )
    .orderBy(articles.id)
}
