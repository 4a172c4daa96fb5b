import { z } from 'zod'
import { noShowSides } from '#db/vocabulary/work.ts'
import { text } from '#app/platform/fields.ts'

/** DS-4: who wasn't there, and what was tried. */
export const NoShowForm = z.object({
  side: z.enum(noShowSides, { message: 'validation:choose' }).default('customer'),
  note: text(500, 'validation:reason'),
})
export type NoShowForm = z.output<typeof NoShowForm>
