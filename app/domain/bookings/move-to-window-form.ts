import { z } from 'zod'
import { text, version } from '#app/platform/fields.ts'
import { windowField } from './window-field.ts'

export const MoveToWindowForm = z.object({
  window: windowField,
  reason: text(500, 'validation:reason'),
  version,
})
export type MoveToWindowForm = z.output<typeof MoveToWindowForm>
