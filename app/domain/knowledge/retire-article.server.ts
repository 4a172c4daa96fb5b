import { eq, sql } from 'drizzle-orm'
import { articles } from '#db/schema/knowledge.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { articleSubject } from './article-facts.server.ts'
import type { ArticleVersionForm } from './article-form.ts'
import { findArticle, refuseStaleArticle } from './find-article.server.ts'

/** Takes an answer out of use; it stays, and can be published again. Done twice it is done once. */
export async function retireArticle(
  ctx: Ctx,
  slug: string,
  { version }: ArticleVersionForm,
): Promise<void> {
  authorize(ctx.actor, 'knowledge:write')
  const author = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const article = await findArticle(tx, slug, { lock: true })
    if (article.status === 'retired') return
    refuseStaleArticle(article, version)
    await tx.db
      .update(articles)
      .set({
        status: 'retired',
        version: sql`${articles.version} + 1`,
        updatedBy: author.id,
        updatedAt: tx.now(),
      })
      .where(eq(articles.id, article.id))
    await recordAudit(tx, 'article_changed', articleSubject(article.id), {
      status: [article.status, 'retired'],
    })
  })
}
