import { dayOf } from '#app/platform/time.server.ts'

/** A text as a pattern that finds it anywhere; `null` for none. */
export function containing(text: string): string | null {
  const typed = text.normalize('NFKC').trim()
  return typed === '' ? null : `%${typed.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}

/** Civil days from one instant's day to another's, in the company's zone. */
export const daysBetween = (from: Date, to: Date): number =>
  (Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / 86_400_000
