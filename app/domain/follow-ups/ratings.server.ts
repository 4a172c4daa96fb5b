import { and, desc, eq, ne } from 'drizzle-orm'
import { ratings } from '#db/schema/follow-ups.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { ratingQuestions } from '#db/vocabulary/follow-ups.ts'
import { visibleTickets } from '#app/domain/tickets/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { type Scores, scoresOf } from './rating-form.ts'

/** What was said about this visit, online or on the phone. */
export async function ratingOf(ctx: Ctx, visitId: number) {
  const [rating] = await ctx.db.select().from(ratings).where(eq(ratings.visitId, visitId))
  if (!rating) return null
  const { recommend, words, source, wantsCall, updatedAt } = rating
  return {
    scores: scoresOf(rating),
    recommend,
    words,
    source,
    wantsCall,
    updatedAt: updatedAt.toISOString(),
  }
}

/** What the same customer said of other visits, latest first. */
export async function earlierRatings(ctx: Ctx, customerId: number, exceptVisit: number | null) {
  const rows = await ctx.db
    .select({ rating: ratings, skill: visits.skill, finishedAt: visits.finishedAt })
    .from(ratings)
    .innerJoin(visits, eq(visits.id, ratings.visitId))
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .where(
      and(
        eq(tickets.customerId, customerId),
        exceptVisit === null ? undefined : ne(ratings.visitId, exceptVisit),
        visibleTickets(ctx.actor),
      ),
    )
    .orderBy(desc(ratings.createdAt))
    .limit(5)
  return rows.map(({ rating, skill, finishedAt }) => ({
    visitId: rating.visitId,
    skill,
    at: (finishedAt ?? rating.createdAt).toISOString(),
    average: average(scoresOf(rating)),
    recommend: rating.recommend,
  }))
}

const average = (scores: Scores) =>
  ratingQuestions.reduce((sum, question) => sum + scores[question], 0) / ratingQuestions.length
