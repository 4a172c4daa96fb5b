import { z } from 'zod'

/** A window's key, as a page offers it. */
export const windowField = z
  .string({ message: 'validation:window' })
  .regex(/^[1-9]\d{0,14}$/, 'validation:window')
  .transform(Number)

/** The same, or nothing chosen; `keep` is nothing too. */
export const optionalWindowField = z
  .string()
  .optional()
  .refine(
    (value) => !value || value === 'keep' || /^[1-9]\d{0,14}$/.test(value),
    'validation:window',
  )
  .transform((value) => (!value || value === 'keep' ? null : Number(value)))
