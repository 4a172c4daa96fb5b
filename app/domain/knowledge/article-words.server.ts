import { tsvector } from '#app/domain/search/index.server.ts'
import type { ArticleText } from './article-texts.ts'

/** What an answer is found by in the list of all: its title, other words for it, the problem, the products, the rest. */
export const articleWords = (
  texts: Record<ArticleText, string>,
  products: readonly { nameZh: string; nameEn: string; model: string }[],
): string =>
  tsvector({
    texts: [
      { text: texts.titleZh, weight: 'A' },
      { text: texts.titleEn, weight: 'A' },
      { text: texts.alsoZh, weight: 'B' },
      { text: texts.alsoEn, weight: 'B' },
      { text: texts.problemZh, weight: 'B' },
      { text: texts.problemEn, weight: 'B' },
      ...products.flatMap(({ nameZh, nameEn, model }) =>
        [nameZh, nameEn, model].map((text) => ({ text, weight: 'B' as const })),
      ),
      { text: texts.causeZh, weight: 'C' },
      { text: texts.causeEn, weight: 'C' },
      { text: texts.solutionZh, weight: 'D' },
      { text: texts.solutionEn, weight: 'D' },
    ],
  })
