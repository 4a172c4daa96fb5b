import { z } from 'zod'
import { optionalText, submissionKey } from '#app/platform/fields.ts'

/** Who the customer would like to be another: whoever comes to the home, or whoever handles the matter. */
export const othersToAskFor = ['crew', 'desk'] as const

export type OtherToAskFor = (typeof othersToAskFor)[number]

export const AnotherPersonForm = z.object({
  who: z.enum(othersToAskFor, { message: 'validation:choose' }),
  words: optionalText(1000),
  submissionKey,
})

/** What was asked for is taken back. */
export const SamePersonForm = AnotherPersonForm.omit({ words: true })
