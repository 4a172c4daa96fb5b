import { z } from 'zod'

/** Which of a plan's changes are made: the visits chosen, or all. */
export const AcceptPlanForm = z
  .object({
    all: z.literal('yes').optional(),
    change: z.array(z.coerce.number().int().positive()).max(2000).default([]),
  })
  .refine(({ all, change }) => all === 'yes' || change.length > 0, {
    path: ['change'],
    message: 'validation:chooseChange',
  })
export type AcceptPlanForm = z.output<typeof AcceptPlanForm>
