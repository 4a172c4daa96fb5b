import { z } from 'zod'
import { optionalLine, submissionKey, text } from '#app/platform/fields.ts'
import { optionalDrawing } from '#app/platform/drawing-field.ts'

/** VS-1: what was damaged before the work began, and who at the home has seen it. */
export const NoteDamageForm = z.object({
  what: text(500, 'validation:damage'),
  /** By name; empty when nobody acknowledged it yet. */
  acknowledgedBy: optionalLine(80),
  drawing: optionalDrawing,
  /** The damage's own key. */
  submissionKey,
})
export type NoteDamageForm = z.output<typeof NoteDamageForm>
