import { eq, sql } from 'drizzle-orm'
import { articles } from '#db/schema/knowledge.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { articleSubject, refuseUnfinished } from './article-facts.server.ts'
import type { ArticleVersionForm } from './article-form.ts'
import { findArticle, refuseStaleArticle } from './find-article.server.ts'
import { refusePersonal } from './personal.server.ts'

/**
 * Lets an answer be read by those it is for; also one that was retired. Done twice it is done once.
 * @throws DomainError conflict when it lacks a language, names a customer, or was changed meanwhile
 */
export async function publishArticle(
  ctx: Ctx,
  slug: string,
  { version }: ArticleVersionForm,
): Promise<void> {
  authorize(ctx.actor, 'knowledge:write')
  const author = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const article = await findArticle(tx, slug, { lock: true })
    if (article.status === 'published') return
    refuseStaleArticle(article, version)
    refuseUnfinished(article)
    await refusePersonal(tx, article)
    await tx.db
      .update(articles)
      .set({
        status: 'published',
        publishedAt: article.publishedAt ?? tx.now(),
        version: sql`${articles.version} + 1`,
        updatedBy: author.id,
        updatedAt: tx.now(),
      })
      .where(eq(articles.id, article.id))
    await recordAudit(tx, 'article_changed', articleSubject(article.id), {
      status: [article.status, 'published'],
    })
  })
}
