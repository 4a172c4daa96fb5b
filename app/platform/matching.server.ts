/** A text as a pattern that finds it anywhere; `null` for none. */
export function containing(text: string): string | null {
  const typed = text.normalize('NFKC').trim()
  return typed === '' ? null : `%${typed.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}
