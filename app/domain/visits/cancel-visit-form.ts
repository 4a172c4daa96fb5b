import { z } from 'zod'
import { text, version } from '#app/platform/fields.ts'

export const CancelVisitForm = z.object({ reason: text(500, 'validation:reason'), version })
export type CancelVisitForm = z.output<typeof CancelVisitForm>
