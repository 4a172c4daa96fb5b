import type { Match } from '#app/domain/knowledge/index.server.ts'
import type { Locale } from '#db/vocabulary/locales.ts'

export type AnswerView = ReturnType<typeof answerView>

/** An answer beside a ticket, in the reader's language. */
export const answerView = (
  locale: Locale,
  answer: Match,
  used: readonly string[],
  tried: readonly string[] = [],
) => ({
  slug: answer.slug,
  title: locale === 'en' ? answer.titleEn : answer.titleZh,
  solution: locale === 'en' ? answer.solutionEn : answer.solutionZh,
  forCustomers: answer.audience === 'public',
  used: used.includes(answer.slug),
  /** The customer read it before they reported. */
  tried: tried.includes(answer.slug),
})
