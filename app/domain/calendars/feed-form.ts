import { z } from 'zod'

/** Makes a secret address, in place of the one before, or stops it. */
export const FeedForm = z.object({
  feed: z.enum(['renew', 'stop'], { message: 'validation:choose' }),
})
export type FeedForm = z.output<typeof FeedForm>
