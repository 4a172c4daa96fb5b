import { and, desc, eq, lt, or, sql } from 'drizzle-orm'
import { articles } from '#db/schema/knowledge.ts'
import type { articleStatuses, audiences } from '#db/vocabulary/knowledge.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { visibleArticles } from './find-article.server.ts'
import { termsOf } from './terms.server.ts'

export interface ArticleQuery {
  text: string
  status: (typeof articleStatuses)[number] | null
  audience: (typeof audiences)[number] | null
  category: string | null
  /** Those after this one. */
  after: ArticleCursor | null
}
export interface ArticleCursor {
  at: string
  id: number
}

const pageLength = 50

/** The answers a colleague may read, the last changed first. */
export async function listArticles(ctx: Ctx<StaffActor>, query: ArticleQuery) {
  authorize(ctx.actor, 'knowledge:read')
  const { text, status, audience, category, after } = query
  const terms = termsOf(text)
  const at = sql`date_trunc('milliseconds', ${articles.updatedAt})`
  const rows = await ctx.db
    .select({
      id: articles.id,
      slug: articles.slug,
      status: articles.status,
      audience: articles.audience,
      titleZh: articles.titleZh,
      titleEn: articles.titleEn,
      categories: articles.categories,
      solved: articles.solved,
      updatedAt: articles.updatedAt,
    })
    .from(articles)
    .where(
      and(
        visibleArticles(ctx.actor),
        status === null ? undefined : eq(articles.status, status),
        audience === null ? undefined : eq(articles.audience, audience),
        category === null ? undefined : sql`${articles.categories} @> array[${category}]::text[]`,
        text.trim() === ''
          ? undefined
          : and(...terms.map(has), terms.length > 0 ? undefined : none),
        after === null
          ? undefined
          : or(
              lt(at, sql`${after.at}::timestamptz`),
              and(eq(at, sql`${after.at}::timestamptz`), lt(articles.id, after.id)),
            ),
      ),
    )
    .orderBy(desc(at), desc(articles.id))
    .limit(pageLength + 1)
  const last = rows.length > pageLength ? rows[pageLength - 1] : undefined
  return {
    rows: rows.slice(0, pageLength),
    next: last ? { at: last.updatedAt.toISOString(), id: last.id } : null,
  }
}

const none = sql`false`
const has = (term: string) => sql`${articles.words} @@ ${term}::tsquery`
