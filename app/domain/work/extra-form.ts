import { z } from 'zod'
import { extraDecisions } from '#db/vocabulary/work.ts'
import { line, optionalLine, submissionKey, text } from '#app/platform/fields.ts'
import { optionalDrawing } from '#app/platform/drawing-field.ts'
import { money } from '#app/platform/money-field.ts'

/** VS-7: extra work found on site. */
export const ProposeExtraForm = z.object({
  what: text(500, 'validation:extra'),
  minutes: z.coerce.number('validation:minutes').int('validation:minutes').min(0).max(1440),
  price: money,
  /** The extra's own key. */
  submissionKey,
})
export type ProposeExtraForm = z.output<typeof ProposeExtraForm>

/** VS-7: what was said to it, and by whom. */
export const DecideExtraForm = z
  .object({
    /** The key of the extra. */
    extra: submissionKey,
    decision: z.enum(extraDecisions, { message: 'validation:choose' }),
    /** The customer, by name. */
    name: optionalLine(80),
    drawing: optionalDrawing,
  })
  .refine(({ decision, name }) => decision === 'withdrawn' || name !== '', {
    path: ['name'],
    message: 'validation:signer',
  })
export type DecideExtraForm = z.output<typeof DecideExtraForm>

/** The customer's own page has no room for anything but their yes or no. */
export const DecideExtraAsCustomerForm = z.object({
  extra: submissionKey,
  decision: z.enum(['accepted', 'declined'], { message: 'validation:choose' }),
  name: line(80, 'validation:signer'),
})
export type DecideExtraAsCustomerForm = z.output<typeof DecideExtraAsCustomerForm>
