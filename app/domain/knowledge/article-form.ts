import { z } from 'zod'
import { audiences } from '#db/vocabulary/knowledge.ts'
import { optionalLine, optionalText, version } from '#app/platform/fields.ts'
import { alsoLength, textLength, titleLength } from './article-texts.ts'

const title = optionalLine(titleLength)
const words = optionalText(textLength)
const also = optionalText(alsoLength)

const fields = {
  titleZh: title,
  titleEn: title,
  problemZh: words,
  problemEn: words,
  causeZh: words,
  causeEn: words,
  solutionZh: words,
  solutionEn: words,
  alsoZh: also,
  alsoEn: also,
  audience: z.enum(audiences, 'validation:choose'),
  /** None is all. */
  categories: z.array(z.string().max(40)).max(40).default([]),
  /** Models as they are typed, between commas; none is all. */
  models: optionalText(1000).transform((typed) => [
    ...new Set(
      typed
        .normalize('NFKC')
        .toUpperCase()
        .split(/[\s,，、;；]+/)
        .filter(Boolean),
    ),
  ]),
}

const named = <T extends { titleZh: string; titleEn: string }>(
  form: T,
  ctx: z.core.$RefinementCtx<T>,
) => {
  if (form.titleZh !== '' || form.titleEn !== '') return
  ctx.addIssue({ code: 'custom', path: ['titleZh'], message: 'validation:required' })
}

export const ArticleForm = z
  .object({
    ...fields,
    /** The number of the ticket it was learned from. */
    ticket: optionalLine(20),
  })
  .superRefine(named)
export type ArticleForm = z.output<typeof ArticleForm>

export const ChangeArticleForm = z.object({ ...fields, version }).superRefine(named)
export type ChangeArticleForm = z.output<typeof ChangeArticleForm>

/** What publishing and retiring carry: the version one has read. */
export const ArticleVersionForm = z.object({ version })
export type ArticleVersionForm = z.output<typeof ArticleVersionForm>
