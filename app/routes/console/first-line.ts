/** The first line of what was written, cut to so many characters; what is cut off shows. */
export function firstLine(text: string, most: number): string {
  const line = text.split('\n')[0] ?? ''
  return line.length > most
    ? `${line
        .slice(0, most - 1)
        .toWellFormed()
        .trimEnd()}…`
    : line
}
