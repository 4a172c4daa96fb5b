import { z } from 'zod'
import { optionalText, submissionKey } from '#app/platform/fields.ts'

export const messageLength = 2000
/** How many photos go along with one message. */
export const maxMessagePhotos = 8

/** How much a customer may add to what they tell us with one tap. */
export const customerWordsLength = 1000

export const CustomerWordsForm = z.object({
  words: optionalText(customerWordsLength),
  submissionKey,
})
