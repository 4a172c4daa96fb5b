import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { z } from 'zod'
import { cleanText } from './fields.ts'

/** @returns E.164, or `null` when it is no phone number; numbers without a country code are Chinese */
export function toE164(value: string): string | null {
  const parsed = parsePhoneNumberFromString(value, 'CN')
  return parsed?.isPossible() ? parsed.number : null
}

/** @returns E.164, or `null` when nobody can be called there: a digit too few, a landline without its area code */
function toCallable(value: string): string | null {
  const parsed = parsePhoneNumberFromString(value, 'CN')
  if (!parsed?.isPossible()) return null
  const { country, nationalNumber, number } = parsed
  const callable = country === 'CN' ? chinese : /^\d{7,}$/
  return callable.test(nationalNumber) ? number : null
}

/** A mobile; Beijing with its area code; any other number with its own, 400 and 800 among them. */
const chinese = /^(1[3-9]\d{9}|10[2-9]\d{7}|[2-9]\d{8,})$/

const phoneField = (read: (value: string) => string | null) =>
  z.string({ message: 'validation:phone' }).transform((value, ctx) => {
    const number = read(cleanText(value).slice(0, 40))
    if (number) return number
    ctx.addIssue({ code: 'custom', message: 'validation:phone' })
    return z.NEVER
  })

/** A phone number as people type it, kept as E.164. */
export const phone = phoneField(toCallable)

/** The same for finding what was kept: whatever reads as a number. */
export const knownPhone = phoneField(toE164)
