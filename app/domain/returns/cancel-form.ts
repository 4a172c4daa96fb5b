import { z } from 'zod'
import { text, version } from '#app/platform/fields.ts'

export const CancelCaseForm = z.object({ reason: text(1000), version })
export type CancelCaseForm = z.output<typeof CancelCaseForm>
