import type { Ctx } from '#app/platform/context.server.ts'
import type { ArticleVersionForm } from './article-form.ts'
import { moveArticle } from './move-article.server.ts'

/** Takes an answer out of use; it stays, and can be published again. */
export async function retireArticle(
  ctx: Ctx,
  slug: string,
  { version }: ArticleVersionForm,
): Promise<void> {
  await moveArticle(ctx, slug, 'retired', version)
}
