import type { Ctx } from '#app/platform/context.server.ts'
import { refuseUnfinished } from './article-facts.server.ts'
import type { ArticleVersionForm } from './article-form.ts'
import { moveArticle } from './move-article.server.ts'
import { refusePersonal } from './personal.server.ts'

/**
 * Lets an answer be read by those it is for; also one that was retired.
 * @throws DomainError conflict when it lacks a language, names a customer, or was changed meanwhile
 */
export async function publishArticle(
  ctx: Ctx,
  slug: string,
  { version }: ArticleVersionForm,
): Promise<void> {
  await moveArticle(ctx, slug, 'published', version, async (tx, article) => {
    refuseUnfinished(article)
    await refusePersonal(tx, article)
  })
}
