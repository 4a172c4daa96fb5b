import { z } from 'zod'
import { bookLater } from './booking-steps.ts'

/** A window's key, as a page offers it. */
export const windowField = z
  .string({ message: 'validation:window' })
  .regex(/^[1-9]\d{0,14}$/, 'validation:window')
  .transform(Number)

/** The same, or what else becomes of a linked visit: it stays, or it is left for another day. */
export const linkedField = z
  .string()
  .default('keep')
  .refine(
    (value) => value === '' || isChoice(value) || /^[1-9]\d{0,14}$/.test(value),
    'validation:window',
  )
  .transform((value) => (value === '' ? 'keep' : isChoice(value) ? value : Number(value)))

const isChoice = (value: string): value is 'keep' | typeof bookLater =>
  value === 'keep' || value === bookLater
