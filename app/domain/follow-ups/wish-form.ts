import { z } from 'zod'
import { wishParts, wishWays } from '#db/vocabulary/work.ts'

/** VS-9: when and how the customer would like to be asked how it went. */
export const WishForm = z.object({
  wishPart: z.enum(wishParts, { message: 'validation:choose' }).default('any'),
  wishWay: z.enum(wishWays, { message: 'validation:choose' }),
})
export type WishForm = z.output<typeof WishForm>
