import { asc, inArray } from 'drizzle-orm'
import type { articles } from '#db/schema/knowledge.ts'
import { categories, products } from '#db/schema/stores.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { invalid, refused } from '#app/platform/errors.ts'
import { type ArticleText, articleTexts } from './article-texts.ts'
import { articleWords } from './article-words.server.ts'

/** What somebody writes of an answer. */
export type ArticleFacts = Pick<
  typeof articles.$inferSelect,
  ArticleText | 'audience' | 'categories' | 'productIds'
>

type Written = Record<ArticleText, string> & {
  audience: ArticleFacts['audience']
  categories: string[]
  models: string[]
}

export const articleSubject = (id: number) => `article:${id}`

/** The facts of a form, in one order whatever theirs was, and what the answer is found by. @throws DomainError invalid */
export async function factsOf(ctx: Ctx, form: Written) {
  const [keys, sold] = await Promise.all([knownCategories(ctx, form), soldAs(ctx, form.models)])
  const texts = Object.fromEntries(articleTexts.map((field) => [field, form[field]])) as Record<
    ArticleText,
    string
  >
  const facts = {
    ...texts,
    audience: form.audience,
    categories: keys,
    productIds: sold.map(({ id }) => id),
  }
  return { facts, words: articleWords(texts, sold) }
}

async function knownCategories(ctx: Ctx, { categories: asked }: Written): Promise<string[]> {
  if (asked.length === 0) return []
  const rows = await ctx.db
    .select({ key: categories.key })
    .from(categories)
    .where(inArray(categories.key, asked))
    .orderBy(asc(categories.position), asc(categories.key))
  if (rows.length !== new Set(asked).size) throw invalid('categoryGone')
  return rows.map(({ key }) => key)
}

async function soldAs(ctx: Ctx, models: string[]) {
  if (models.length === 0) return []
  const rows = await ctx.db
    .select({
      id: products.id,
      model: products.model,
      nameZh: products.nameZh,
      nameEn: products.nameEn,
    })
    .from(products)
    .where(inArray(products.model, models))
    .orderBy(asc(products.model))
  const known = new Set(rows.map(({ model }) => model))
  const unknown = models.filter((model) => !known.has(model))
  if (unknown.length > 0) throw invalid('productUnknown', { models: unknown.join(', ') })
  return rows
}

/** What is published is there in both languages. @throws DomainError conflict */
export function refuseUnfinished(texts: Record<ArticleText, string>): void {
  const needed = ['titleZh', 'titleEn', 'solutionZh', 'solutionEn'] as const
  if (needed.some((field) => texts[field] === '')) throw refused('articleUnfinished')
}

/** Each fact that became another, `[from, to]`, as the audit log keeps it. */
export function changesBetween(before: ArticleFacts | null, after: ArticleFacts) {
  return Object.fromEntries(
    (Object.keys(after) as (keyof ArticleFacts)[]).flatMap((field) => {
      const [from, to] = [before && String(before[field]), String(after[field])]
      return from === to || (from === null && to === '') ? [] : [[field, [from, to]]]
    }),
  )
}
