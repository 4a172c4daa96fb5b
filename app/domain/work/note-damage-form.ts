import { z } from 'zod'
import { optionalLine, optionalText, submissionKey } from '#app/platform/fields.ts'
import { optionalDrawing } from '#app/platform/drawing-field.ts'

/** VS-1: what was damaged before the work began, and who at the home has seen it, at once or later. */
export const NoteDamageForm = z
  .object({
    /** The key of one noted before, which somebody at the home has seen by now; nothing else is said of it. */
    damage: submissionKey.optional(),
    what: optionalText(500),
    /** By name; empty when nobody acknowledged it yet. */
    acknowledgedBy: optionalLine(80),
    drawing: optionalDrawing,
    /** The damage's own key. */
    submissionKey,
  })
  .refine(({ damage, what }) => damage || what !== '', {
    path: ['what'],
    message: 'validation:damage',
  })
  .refine(({ damage, drawing, acknowledgedBy }) => !(damage || drawing) || acknowledgedBy !== '', {
    path: ['acknowledgedBy'],
    message: 'validation:signer',
  })
export type NoteDamageForm = z.output<typeof NoteDamageForm>
