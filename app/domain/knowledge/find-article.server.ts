import { and, eq, type SQL, sql } from 'drizzle-orm'
import { articles } from '#db/schema/knowledge.ts'
import type { Actor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { may } from '#app/platform/permissions.ts'

export type Article = typeof articles.$inferSelect

/** Which answers this actor may know of: everybody the public ones, colleagues what is published, who writes them all. */
export function visibleArticles(actor: Actor): SQL | undefined {
  if (actor.kind === 'job' || may(actor, 'knowledge:write')) return undefined
  const published = sql`${articles.status} = 'published'`
  return may(actor, 'knowledge:read')
    ? published
    : and(published, sql`${articles.audience} = 'public'`)
}

/**
 * The answer with this name in its address; with `lock`, held until the transaction ends.
 * @throws DomainError not_found
 */
export async function findArticle(
  ctx: Ctx,
  slug: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Article> {
  const query = ctx.db
    .select()
    .from(articles)
    .where(and(eq(articles.slug, slug), visibleArticles(ctx.actor)))
  const [article] = await (lock ? query.for('update') : query)
  if (!article) throw notFound()
  return article
}

/** a form filled from an older version is shown what changed instead of being saved. */
export function refuseStaleArticle(article: Article, version: number): void {
  if (article.version !== version) throw refused('articleChanged')
}
