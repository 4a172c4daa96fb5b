import { z } from 'zod'

const pngUrl = /^data:image\/png;base64,[A-Za-z0-9+/]+={0,2}$/

/** What was drawn with a finger, as a PNG data URL. */
export const drawing = z
  .string({ message: 'validation:signature' })
  .max(1_400_000, 'validation:signature')
  .regex(pngUrl, 'validation:signature')

/** The same where a name alone will do. */
export const optionalDrawing = z
  .union([z.literal(''), drawing])
  .optional()
  .transform((value) => value || null)
