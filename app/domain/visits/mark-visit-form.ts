import { z } from 'zod'
import { visitMarkKinds } from '#db/vocabulary/visits.ts'
import { text } from '#app/platform/fields.ts'

/** BK-6: what is missing or not ready, and when it should be mended. */
export const MarkVisitForm = z.object({
  kind: z.enum(visitMarkKinds),
  note: text(300, 'validation:markNote'),
  /** A civil date or nothing. */
  expectedOn: z
    .union([z.literal(''), z.iso.date('validation:day')])
    .optional()
    .transform((day) => day || null),
  /** Missing parts alone are told. */
  tell: z
    .literal('yes')
    .optional()
    .transform((value) => value === 'yes'),
})
export type MarkVisitForm = z.output<typeof MarkVisitForm>
