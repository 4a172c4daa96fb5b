/** A table for Excel (RFC 4180), with the mark by which it knows UTF-8. */
export const csvOf = (rows: readonly (readonly string[])[]) =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

/**
 * Whether a program would take what somebody typed for a formula, full-width signs among them; a number with its sign
 * and a phone with its country code are none.
 */
export const beginsFormula = (value: string) => /^[=@＝＠\t\r]|^[+\-＋－](?![\d\s.,]+$)/.test(value)

/** a cell is never a formula. */
function cell(value: string): string {
  const harmless = beginsFormula(value) ? `'${value}` : value
  return /[",\r\n']/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless
}
