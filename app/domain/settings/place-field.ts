import { z } from 'zod'

/** Where in a list something stands, from 1; beyond the end is the end. */
export const place = z
  .string({ message: 'validation:choose' })
  .regex(/^[1-9]\d{0,3}$/, 'validation:choose')
  .transform(Number)

/** A box that is ticked or isn't. */
export const ticked = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes')

/** The list with this one taken out and put back at `place`. */
export function placed<T>(list: readonly T[], one: T, place: number): T[] {
  const others = list.filter((other) => other !== one)
  return [...others.slice(0, place - 1), one, ...others.slice(place - 1)]
}
