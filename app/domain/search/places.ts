/** Where in a ticket something was said; the order in which an excerpt is looked for. */
export const places = [
  'number',
  'name',
  'phone',
  'email',
  'order',
  'product',
  'address',
  'tag',
  'description',
  'solution',
  'customer',
  'desk',
  'note',
] as const
export type Place = (typeof places)[number]

/** One thing said in one place. */
export interface Said {
  place: Place
  text: string
}

/** What was said, a line each, as it is kept beside the words. */
export const linesOf = (said: readonly Said[]): string =>
  said.map(({ place, text }) => `${place}\t${plain(text)}`).join('\n')

/** What {@link linesOf} wrote. */
export const saidIn = (lines: string): Said[] =>
  lines.split('\n').flatMap((line) => {
    const end = line.indexOf('\t')
    const place = places.find((one) => one === line.slice(0, end))
    return place ? [{ place, text: line.slice(end + 1) }] : []
  })

const plain = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
