import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { z } from 'zod'
import { cleanText } from './fields.ts'

/** @returns E.164, or `null` when it is no phone number; numbers without a country code are Chinese */
export function toE164(value: string): string | null {
  const parsed = parsePhoneNumberFromString(value, 'CN')
  return parsed?.isPossible() ? parsed.number : null
}

/** A phone number as people type it, kept as E.164. */
export const phone = z.string({ message: 'validation:phone' }).transform((value, ctx) => {
  const number = toE164(cleanText(value).slice(0, 40))
  if (number) return number
  ctx.addIssue({ code: 'custom', message: 'validation:phone' })
  return z.NEVER
})
