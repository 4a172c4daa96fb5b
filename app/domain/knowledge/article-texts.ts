/** In characters. */
export const titleLength = 120
export const textLength = 4000
export const alsoLength = 600

/** What an answer is made of, in each language; `also` is what else people call it: searched, never shown. */
export const articleTexts = [
  'titleZh',
  'titleEn',
  'problemZh',
  'problemEn',
  'causeZh',
  'causeEn',
  'solutionZh',
  'solutionEn',
  'alsoZh',
  'alsoEn',
] as const
export type ArticleText = (typeof articleTexts)[number]
