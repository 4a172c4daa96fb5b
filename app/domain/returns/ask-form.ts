import { z } from 'zod'
import { returnReasons, returnWishes } from '#db/vocabulary/returns.ts'
import { optionalLine, submissionKey, text } from '#app/platform/fields.ts'

const choose = { message: 'validation:choose' }
const yesOrNo = z
  .enum(['', 'yes', 'no'], choose)
  .optional()
  .transform((said) => (said === 'yes' ? true : said === 'no' ? false : null))

/** RX-1: what a colleague notes of a customer's wish to return or exchange. */
export const AskForm = z
  .object({
    submissionKey,
    /** A line of an order, or `none` for what is on none of ours. */
    line: z
      .string(choose)
      .regex(/^(none|[1-9]\d{0,14})$/, choose)
      .transform((said) => (said === 'none' ? null : Number(said))),
    /** What it is, where it is on none. */
    product: optionalLine(200),
    /** Which of the line's pieces, as `line:place`, counted from 0. */
    pieces: z
      .array(z.string().regex(/^\d{1,15}:\d{1,3}$/, choose.message))
      .max(60)
      .default([]),
    quantity: z.coerce
      .number('validation:quantity')
      .int('validation:quantity')
      .min(1, 'validation:quantity')
      .max(9999, 'validation:quantity'),
    reason: z.enum(returnReasons, choose),
    wish: z.enum(returnWishes, choose),
    unpacked: yesOrNo,
    misused: yesOrNo,
    batch: optionalLine(60),
    words: text(2000),
  })
  .refine(({ line, product }) => line !== null || product !== '', {
    path: ['product'],
    message: 'validation:product',
  })
export type AskForm = z.output<typeof AskForm>
