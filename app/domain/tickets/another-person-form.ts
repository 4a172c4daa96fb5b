import { z } from 'zod'
import { optionalText, submissionKey } from '#app/platform/fields.ts'

/** Who the customer would like to be another: whoever comes to the home, or whoever handles the matter. */
export const othersToAskFor = ['crew', 'desk'] as const

export const AnotherPersonForm = z.object({
  who: z.enum(othersToAskFor, { message: 'validation:choose' }),
  words: optionalText(1000),
  submissionKey,
})
