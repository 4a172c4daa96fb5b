import { z } from 'zod'

/** `not_reached` takes an `answered` back that was a slip of the finger. */
export const callOutcomes = ['answered', 'no_answer', 'not_reached'] as const
export type CallOutcome = (typeof callOutcomes)[number]

export const CallAheadForm = z.object({
  outcome: z.enum(callOutcomes, { message: 'validation:choose' }),
  /** Which try it is, counted from 1: sent twice, it is logged once. */
  call: z.coerce.number().int().min(1).max(1000),
})
export type CallAheadForm = z.output<typeof CallAheadForm>
