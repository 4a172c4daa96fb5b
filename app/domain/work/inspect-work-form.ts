import { z } from 'zod'
import { inspectionLevels } from '#db/vocabulary/work.ts'
import { optionalText, submissionKey } from '#app/platform/fields.ts'

/** VS-8: what one of the three checks found; one that isn't passed says why. */
export const InspectWorkForm = z
  .object({
    level: z.enum(inspectionLevels, { message: 'validation:choose' }),
    passed: z
      .enum(['yes', 'no'], { message: 'validation:choose' })
      .transform((value) => value === 'yes'),
    note: optionalText(500),
    submissionKey,
  })
  .refine(({ passed, note }) => passed || note !== '', {
    path: ['note'],
    message: 'validation:reason',
  })
export type InspectWorkForm = z.output<typeof InspectWorkForm>
