import { z } from 'zod'
import { pauseReasons } from '#db/vocabulary/work.ts'
import { optionalText } from '#app/platform/fields.ts'

/** VS-2: why the work rests. */
export const PauseWorkForm = z
  .object({
    reason: z.enum(pauseReasons, { message: 'validation:choose' }),
    note: optionalText(300),
  })
  .refine(({ reason, note }) => reason !== 'other' || note !== '', {
    path: ['note'],
    message: 'validation:reason',
  })
export type PauseWorkForm = z.output<typeof PauseWorkForm>

export const ResumeWorkForm = z.object({})
