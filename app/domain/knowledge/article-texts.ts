/** In characters. */
export const titleLength = 120
export const textLength = 4000

/** What an answer is made of, in each language. */
export const articleTexts = [
  'titleZh',
  'titleEn',
  'problemZh',
  'problemEn',
  'causeZh',
  'causeEn',
  'solutionZh',
  'solutionEn',
] as const
export type ArticleText = (typeof articleTexts)[number]
