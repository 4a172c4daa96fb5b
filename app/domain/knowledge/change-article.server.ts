import { eq, sql } from 'drizzle-orm'
import { articles } from '#db/schema/knowledge.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import {
  articleSubject,
  changesBetween,
  factsOf,
  refuseUnfinished,
} from './article-facts.server.ts'
import type { ChangeArticleForm } from './article-form.ts'
import { freeSlug } from './article-slug.server.ts'
import { findArticle, refuseStaleArticle } from './find-article.server.ts'
import { refusePersonal } from './personal.server.ts'
import { oneAfterTheOther } from './write-article.server.ts'

/**
 * Changes an answer. What is published stays complete and names no customer; until it was published its address follows
 * its title. The same words twice are one change.
 * @returns the name in its address
 * @throws DomainError conflict when a colleague changed it meanwhile
 */
export async function changeArticle(
  ctx: Ctx,
  slug: string,
  form: ChangeArticleForm,
): Promise<string> {
  authorize(ctx.actor, 'knowledge:write')
  const author = ctx.actor
  return inTransaction(ctx, async (tx) => {
    await oneAfterTheOther(tx)
    const article = await findArticle(tx, slug, { lock: true })
    const { facts, words } = await factsOf(tx, form)
    const changes = changesBetween(article, facts)
    if (Object.keys(changes).length === 0) return article.slug
    refuseStaleArticle(article, form.version)
    if (article.status === 'published') {
      refuseUnfinished(facts)
      await refusePersonal(tx, { ...article, ...facts })
    }
    const name =
      article.publishedAt === null ? await freeSlug(tx, facts.titleEn, article.slug) : article.slug
    await tx.db
      .update(articles)
      .set({
        ...facts,
        words,
        slug: name,
        version: sql`${articles.version} + 1`,
        updatedBy: author.id,
        updatedAt: tx.now(),
      })
      .where(eq(articles.id, article.id))
    await recordAudit(tx, 'article_changed', articleSubject(article.id), changes)
    return name
  })
}
