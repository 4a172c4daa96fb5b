import { and, desc, eq, or, type SQL, sql } from 'drizzle-orm'
import { articles } from '#db/schema/knowledge.ts'
import type { Audience } from '#db/vocabulary/knowledge.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { visibleArticles } from './find-article.server.ts'
import { matterOf, termsOf } from './terms.server.ts'

/** What an answer is looked for by. */
export interface Matter {
  /** In the person's own words. */
  text?: string
  /** The product as it is called. */
  product?: string
  /** The product, where it is known: answers for others alone are left out. */
  productId?: number | null
  category?: string | null
}

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

/** How much of what was typed into the box an answer speaks of. */
const leastShare = 0.5
/** Words of a whole sentence; one alone is chance. */
const leastHits = 2
const ofProduct = 0.4

/**
 * The published answers this actor may read that speak of a matter, best first: by words, by what is wrong, by product,
 * and among equals what solved most.
 * @param box the words are a search's: half of them have to be there; otherwise they are a sentence
 * @param only of these alone
 */
export async function matchArticles(
  ctx: Ctx,
  matter: Matter,
  { limit, box = false, only }: { limit: number; box?: boolean; only?: SQL },
): Promise<Match[]> {
  const { text = '', product = '', productId = null, category = null } = matter
  const said = box ? termsOf(text) : matterOf(text)
  const called = termsOf(product).filter((term) => !said.includes(term))
  if (said.length === 0 && called.length === 0 && !category && productId === null) return []
  const hits = countOf(said)
  const sameCategory = category
    ? sql`${articles.categories} @> array[${category}]::text[]`
    : sql`false`
  const sameProduct =
    productId === null ? sql`false` : sql`${articles.productIds} @> array[${productId}]::bigint[]`
  const score = sql<number>`${rankOf(said, 1)} + ${rankOf(called, ofProduct)}
    + case when ${sameCategory} then 0.5 else 0 end + case when ${sameProduct} then 0.8 else 0 end`
  const speaks = box
    ? sql`${hits} >= ${Math.max(1, Math.ceil(said.length * leastShare))}`
    : or(
        sql`${hits} >= ${Math.min(leastHits, Math.max(said.length, 1))}`,
        or(sameCategory, sameProduct),
      )
  const any = said.length > 0 ? sql`${articles.words} @@ ${said.join(' | ')}::tsquery` : undefined
  return ctx.db
    .select(matchColumns)
    .from(articles)
    .where(
      and(
        eq(articles.status, 'published'),
        visibleArticles(ctx.actor),
        only,
        any,
        speaks,
        productId === null ? undefined : or(sql`${articles.productIds} = '{}'`, sameProduct),
      ),
    )
    .orderBy(desc(score), desc(articles.solved), articles.id)
    .limit(limit)
}

/** As one parameter, so that it is one statement however many there are; terms hold letters, digits and `':*` alone. */
const list = (terms: readonly string[]): SQL =>
  sql`${`{${terms.map((term) => `"${term}"`).join()}}`}::text[]`

/** How many of the terms an answer has. */
const countOf = (terms: readonly string[]): SQL =>
  terms.length === 0
    ? sql`0`
    : sql`(select count(*) from unnest(${list(terms)}) as term where ${articles.words} @@ term::tsquery)`

/** How much they weigh where it has them: in the title most. */
const rankOf = (terms: readonly string[], factor: number): SQL =>
  terms.length === 0
    ? sql`0`
    : sql`(select coalesce(sum(ts_rank('{0.2,0.35,0.6,1}', ${articles.words}, term::tsquery)), 0)
        * ${factor}::float8 from unnest(${list(terms)}) as term)`
