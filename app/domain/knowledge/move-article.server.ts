import { eq, sql } from 'drizzle-orm'
import { articles } from '#db/schema/knowledge.ts'
import type { ArticleStatus } from '#db/vocabulary/knowledge.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { articleSubject } from './article-facts.server.ts'
import { type Article, findArticle, refuseStaleArticle } from './find-article.server.ts'

/** How an answer comes to stand elsewhere; done twice it is done once. */
export async function moveArticle(
  ctx: Ctx,
  slug: string,
  to: ArticleStatus,
  version: number,
  refuse?: (tx: Tx, article: Article) => Promise<void>,
): Promise<void> {
  authorize(ctx.actor, 'knowledge:write')
  const author = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const article = await findArticle(tx, slug, { lock: true })
    if (article.status === to) return
    refuseStaleArticle(article, version)
    await refuse?.(tx, article)
    const published = to === 'published' ? (article.publishedAt ?? tx.now()) : article.publishedAt
    await tx.db
      .update(articles)
      .set({
        status: to,
        publishedAt: published,
        version: sql`${articles.version} + 1`,
        updatedBy: author.id,
        updatedAt: tx.now(),
      })
      .where(eq(articles.id, article.id))
    await recordAudit(tx, 'article_changed', articleSubject(article.id), {
      status: [article.status, to],
    })
  })
}
