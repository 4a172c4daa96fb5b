import { and, eq, inArray } from 'drizzle-orm'
import { articles } from '#db/schema/knowledge.ts'
import type { Audience } from '#db/vocabulary/knowledge.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'
import { publishedAnswers, type PublishedAnswer } from './answers-published.server.ts'
import { visibleArticles } from './find-article.server.ts'
import { type Matter, rankAnswers, type Ranked } from './rank-answers.server.ts'

export type { Matter }

export interface Match {
  id: number
  audience: Audience
  slug: string
  titleZh: string
  titleEn: string
  solutionZh: string
  solutionEn: string
  solved: number
}

export const matchColumns = {
  id: articles.id,
  audience: articles.audience,
  slug: articles.slug,
  titleZh: articles.titleZh,
  titleEn: articles.titleEn,
  solutionZh: articles.solutionZh,
  solutionEn: articles.solutionEn,
  solved: articles.solved,
}

interface Wanted {
  limit: number
  /** The words are those of a search box; otherwise they are a sentence. */
  box?: boolean
  /** Of these alone. */
  only?: (answer: PublishedAnswer) => boolean
}

/** The published answers this actor may read that speak of a matter, best first, and among equals what solved most (KB-1). */
export async function matchArticles(ctx: Ctx, matter: Matter, wanted: Wanted): Promise<Match[]> {
  const { best } = await rank(ctx, matter, wanted)
  return read(ctx, best, wanted.limit)
}

const fewNear = 3

/**
 * What a search finds: whether the first is what was asked for, and where nothing is found, what comes nearest.
 */
export async function searchAnswers(ctx: Ctx, text: string, wanted: Wanted) {
  const { best, near, sure } = await rank(ctx, { text }, { ...wanted, box: true })
  const found = await read(ctx, best, wanted.limit)
  return { found, sure, near: found.length > 0 ? [] : await read(ctx, near, fewNear) }
}

async function rank(ctx: Ctx, matter: Matter, { box = false, only = () => true }: Wanted) {
  const { index, answers } = await publishedAnswers(ctx.db)
  const { productId = null } = matter
  const colleague = may(ctx.actor, 'knowledge:read')
  const offered = [...answers.values()].filter(
    (answer) =>
      (colleague || answer.audience === 'public') && isFor(answer, productId) && only(answer),
  )
  return rankAnswers(index, offered, matter, { search: box })
}

/** Whether it is about every product, or about this one. */
export const isFor = ({ productIds }: PublishedAnswer, productId: number | null) =>
  productId === null || productIds.length === 0 || productIds.includes(productId)

/** More than are shown: which of those that fit equally solved most is known only now. */
const spare = 20

async function read(ctx: Ctx, ranked: readonly Ranked[], limit: number): Promise<Match[]> {
  const fits = new Map(
    [...ranked]
      .sort((a, b) => b.fit - a.fit || a.id - b.id)
      .slice(0, limit + spare)
      .map(({ id, fit }) => [id, fit]),
  )
  if (fits.size === 0) return []
  const rows = await ctx.db
    .select(matchColumns)
    .from(articles)
    .where(
      and(
        inArray(articles.id, [...fits.keys()]),
        eq(articles.status, 'published'),
        visibleArticles(ctx.actor),
      ),
    )
  return rows
    .sort((a, b) => fits.get(b.id)! - fits.get(a.id)! || b.solved - a.solved || a.id - b.id)
    .slice(0, limit)
}
