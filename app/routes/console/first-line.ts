/** The first line of what was written, cut to so many characters; what is cut off shows. */
export function firstLine(text: string, most: number): string {
  const line = text.split('\n')[0] ?? ''
  if (line.length <= most) return line
  const cut = line.slice(0, most - 1).toWellFormed()
  // A Latin word stays whole.
  const within = /[a-z]$/i.test(cut) && /[a-z]/i.test(line[most - 1] ?? '')
  return `${(within ? cut.replace(/(?<=\S)\s+\S*$/, '') : cut).trimEnd()}…`
}
