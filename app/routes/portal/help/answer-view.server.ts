import type { Match } from '#app/domain/knowledge/index.server.ts'
import type { Locale } from '#db/vocabulary/locales.ts'

/** Where an answer stands by itself; from a report, it knows which. */
export const answerPath = (slug: string, draft?: string | null) =>
  `/help/${slug}${draft ? `?draft=${draft}` : ''}`

/** An answer in the reader's language. */
export const answerView = (
  locale: Locale,
  { slug, titleZh, titleEn, solutionZh, solutionEn }: Match,
  draft?: string | null,
) => ({
  href: answerPath(slug, draft),
  question: locale === 'en' ? titleEn : titleZh,
  answer: locale === 'en' ? solutionEn : solutionZh,
})
export type AnswerView = ReturnType<typeof answerView>
