/** A table for Excel, with the mark by which it knows UTF-8. */
export const csvOf = (rows: readonly (readonly string[])[]) =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

/** A cell is never a formula, whatever somebody typed into it; a phone with its country code stays one. */
function cell(value: string): string {
  const harmless = /^[=@\t]|^[+-](?![\d\s]+$)/.test(value) ? `'${value}` : value
  return /[",\r\n']/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless
}
