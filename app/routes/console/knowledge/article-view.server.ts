import type { readArticle } from '#app/domain/knowledge/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'

export type ArticleView = ReturnType<typeof articleView>

/** Everything an answer's page shows. */
export function articleView(
  ctx: Ctx<StaffActor>,
  { article, categories, products, from, by, changes }: Awaited<ReturnType<typeof readArticle>>,
) {
  const en = ctx.locale === 'en'
  const nameOf = ({ zh, en: english }: { zh: string; en: string }) => (en ? english : zh)
  const texts = {
    'zh-CN': {
      title: article.titleZh,
      problem: article.problemZh,
      cause: article.causeZh,
      solution: article.solutionZh,
    },
    en: {
      title: article.titleEn,
      problem: article.problemEn,
      cause: article.causeEn,
      solution: article.solutionEn,
    },
  }
  return {
    slug: article.slug,
    status: article.status,
    audience: article.audience,
    version: article.version,
    title: texts[ctx.locale].title || article.titleZh || article.titleEn,
    texts,
    /** What both languages need before it is published. */
    whole: Object.values(texts).every(({ title, solution }) => title !== '' && solution !== ''),
    categories: categories.map(nameOf),
    products: products.map((one) => `${nameOf(one)} ${one.model}`),
    from,
    by,
    solved: article.solved,
    changedAt: article.updatedAt.toISOString(),
    publishedAt: article.publishedAt?.toISOString() ?? null,
    changes: changes.map((change) => ({
      id: change.id,
      at: change.at.toISOString(),
      by: change.by,
      fields: change.changes.map(({ field }) => field),
      status: change.changes.find(({ field }) => field === 'status')?.to ?? null,
    })),
    may: { write: may(ctx.actor, 'knowledge:write') },
  }
}
