import { and, asc, desc, eq, or, type SQL, sql } from 'drizzle-orm'
import { articles } from '#db/schema/knowledge.ts'
import { categories, products } from '#db/schema/stores.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { isFor, type Match, matchColumns, searchAnswers } from './match-articles.server.ts'

const isPublic = and(
  eq(articles.status, sql.raw(`'published'`)),
  eq(articles.audience, sql.raw(`'public'`)),
)
const most = 60

/** The public answers, those that solved most first. */
export const topAnswers = (ctx: Ctx, limit: number): Promise<Match[]> =>
  ctx.db
    .select(matchColumns)
    .from(articles)
    .where(isPublic)
    .orderBy(desc(articles.solved), asc(articles.id))
    .limit(limit)

export interface HelpQuery {
  text: string
  /** What is wrong: answers that are about it, or about nothing special. */
  category: string | null
  productId: number | null
}

/** KB-1: the public answers to what somebody asks; to nothing, all. Where there is none, what comes nearest. */
export async function helpAnswers(ctx: Ctx, { text, category, productId }: HelpQuery) {
  if (text.trim() !== '') {
    return searchAnswers(ctx, text, {
      limit: most,
      only: (answer) =>
        answer.audience === 'public' &&
        (category === null || answer.categories.includes(category)) &&
        isFor(answer, productId),
    })
  }
  const found = await ctx.db
    .select(matchColumns)
    .from(articles)
    .where(
      and(
        isPublic,
        category === null ? undefined : sql`${articles.categories} @> array[${category}]::text[]`,
        productId === null ? undefined : ofProduct(productId),
      ),
    )
    .orderBy(desc(articles.solved), asc(articles.id))
    .limit(most)
  return { found, sure: false, near: [] }
}

const ofProduct = (id: number): SQL | undefined =>
  or(sql`${articles.productIds} = '{}'`, sql`${articles.productIds} @> array[${id}]::bigint[]`)

/** By what the public answers can be told apart: the categories and the products that any of them names. */
export async function helpChoices(ctx: Ctx) {
  const named = (column: SQL) => sql`(select unnest(${column}) from ${articles} where ${isPublic})`
  const [kinds, sold] = await Promise.all([
    ctx.db
      .select({ key: categories.key, zh: categories.nameZh, en: categories.nameEn })
      .from(categories)
      .where(sql`${categories.key} in ${named(sql`${articles.categories}`)}`)
      .orderBy(asc(categories.position), asc(categories.key)),
    ctx.db
      .select({ id: products.id, zh: products.nameZh, en: products.nameEn })
      .from(products)
      .where(sql`${products.id} in ${named(sql`${articles.productIds}`)}`)
      .orderBy(asc(products.model)),
  ])
  return { categories: kinds, products: sold }
}
