import { z } from 'zod'
import { noShowSides } from '#db/vocabulary/work.ts'
import { optionalText } from '#app/platform/fields.ts'

/** DS-4: who wasn't there, and what was tried; of the crew, why it didn't come. */
export const NoShowForm = z
  .object({
    side: z.enum(noShowSides, { message: 'validation:choose' }).default('customer'),
    note: optionalText(500),
  })
  .refine(({ side, note }) => side !== 'customer' || note !== '', {
    path: ['note'],
    message: 'validation:tried',
  })
  .refine(({ side, note }) => side !== 'crew' || note !== '', {
    path: ['note'],
    message: 'validation:reason',
  })
export type NoShowForm = z.output<typeof NoShowForm>
