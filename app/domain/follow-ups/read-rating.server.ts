import { and, eq } from 'drizzle-orm'
import { crews } from '#db/schema/crews.ts'
import { ratings } from '#db/schema/follow-ups.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { ratingDeadline } from './rating-deadline.server.ts'

export type VisitToRate = Awaited<ReturnType<typeof readRating>>

/** What the rating page shows of a visit, and the answers given so far. @throws DomainError not_found */
export async function readRating(
  ctx: Ctx<CustomerActor>,
  visitId: number,
  linkEnds: Date | null = null,
) {
  const [row] = await ctx.db
    .select({
      number: tickets.number,
      phone: tickets.phone,
      product: tickets.product,
      skill: visits.skill,
      status: visits.status,
      finishedAt: visits.finishedAt,
      crewZh: crews.nameZh,
      crewEn: crews.nameEn,
      rating: ratings,
    })
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .leftJoin(crews, eq(crews.id, visits.crewId))
    .leftJoin(ratings, eq(ratings.visitId, visits.id))
    .where(and(eq(visits.id, visitId), eq(visits.ticketId, ctx.actor.ticketId)))
  if (!row || row.status !== 'finished') throw notFound()
  const { ratingDays } = await currentSettings(ctx)
  const now = ctx.now()
  const until = ratingDeadline(linkEnds, row.rating?.createdAt ?? null, { ratingDays, now })
  const { rating } = row
  return {
    number: row.number,
    phone: row.phone,
    product: row.product,
    skill: row.skill,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    crewZh: row.crewZh,
    crewEn: row.crewEn,
    until: until.toISOString(),
    open: until > now,
    answers: rating && {
      attitude: rating.attitude,
      quality: rating.quality,
      solved: rating.solved,
      punctuality: rating.punctuality,
      tidiness: rating.tidiness,
      recommend: rating.recommend,
      words: rating.words,
      tags: rating.tags,
      wantsCall: rating.wantsCall,
    },
  }
}
