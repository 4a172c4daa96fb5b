import { z } from 'zod'

/** Messages are keys of the `validation` catalogue; these stand where a field names none of its own. */
z.config({
  customError: (issue) => {
    switch (issue.code) {
      case 'too_big':
        return 'validation:tooLong'
      case 'invalid_value':
        return 'validation:choose'
      case 'invalid_type':
      case 'too_small':
        return 'validation:required'
      default:
        return 'validation:format'
    }
  },
})

/** Typed text as it is kept: well-formed, composed, without control characters, line ends as `\n`. */
export function cleanText(value: string): string {
  return value
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .normalize('NFC')
    .trim()
}

/** A required text of at most `max` characters. */
export const text = (max: number, message = 'validation:required') =>
  z
    .string({ message })
    .transform(cleanText)
    .pipe(z.string({ message }).min(1, message).max(max, 'validation:tooLong'))

/**
 * A text that may be empty; absent reads as `''`. Judged inside the transform: a schema after it would be told that
 * the empty text is a missing one.
 */
export const optionalText = (max: number) =>
  z
    .string()
    .optional()
    .transform((value, ctx) => {
      const cleaned = cleanText(value ?? '')
      if (cleaned.length <= max) return cleaned
      ctx.addIssue({ code: 'custom', message: 'validation:tooLong' })
      return z.NEVER
    })

/** One line of text. */
export const line = (max: number, message?: string) =>
  text(max, message).transform((value) => value.replace(/\s+/g, ' '))

export const optionalLine = (max: number) =>
  optionalText(max).transform((value) => value.replace(/\s+/g, ' '))

const address = z.email('validation:email').max(254, 'validation:email')

/** An email address or nothing. */
export const optionalEmail = z
  .string()
  .optional()
  .transform((value, ctx) => {
    const cleaned = cleanText(value ?? '')
    if (cleaned === '' || address.safeParse(cleaned).success) return cleaned
    ctx.addIssue({ code: 'custom', message: 'validation:email' })
    return z.NEVER
  })

export const email = z
  .string({ message: 'validation:email' })
  .transform((value) => cleanText(value).toLowerCase())
  .pipe(address)

/** The key a form carries so that sending it twice counts once. */
export const submissionKey = z.string().regex(/^[A-Za-z0-9_-]{20,64}$/)

/** The version of the row a form was filled from. */
export const version = z.coerce.number().int().positive()
