/** Lengths of a sheet in millimetres, as `sheet.css` draws it; estimates are never too small. */
export const sheetWidth = 186
const em = 3.704
const line = 5.56
const rowPadding = 1.95

/** `sheet.css` draws these columns of a table so wide. */
export const columnWidths = { tiny: 12, small: 18, middle: 24, large: 36 } as const

/** A section's heading; of a table, its head as well. */
export const headingHeight = 9.6
export const tableHeadHeight = headingHeight + line + rowPadding
export const blankRowHeight = 7.65
/** A row of lines to sign on, and the gap above the first. */
export const signHeight = 20.5
export const signGap = 4.5

/** What a page has for its sections between its head, with a code or without, and its foot. */
export const pageRoom = { first: 233, further: 243 }

/** How wide a text is on one line. */
export function widthOf(text: string): number {
  let width = 0
  for (const char of text) width += emsOf(char.codePointAt(0)!)
  return width * em
}

const widest = new Set(['W', 'M', 'm', '@', '%'].map((char) => char.charCodeAt(0)))

/** Han, kana, full-width and pictures are square; Latin letters and figures are narrower. */
function emsOf(code: number): number {
  if (code >= 0x1100) return code >= 0x1f000 ? 1.4 : 1
  if (code === 0x20) return 0.3
  if (widest.has(code)) return 1.12
  const wide = (code >= 0x41 && code <= 0x5a) || code === 0x77
  return wide ? 0.85 : 0.58
}

/** The lines a text takes in so much room, its own line breaks among them. */
export function linesOf(text: string, room: number): number {
  return text
    .split('\n')
    .reduce((sum, one) => sum + Math.max(1, Math.ceil(widthOf(one) / (room * 0.92))), 0)
}

export const rowHeight = (lines: number) => lines * line + rowPadding

/** Fields to be written in, one beside the other across the sheet, with their small labels. */
export const fieldsHeight = (labels: readonly string[]) =>
  7.4 + 5.05 * Math.max(...labels.map((one) => linesOf(one, sheetWidth / labels.length - 4)))

/** The beginning of a text where a paper only points to another that says all of it. */
export function inShort(text: string, most: number): string {
  const chars = [...text.replace(/\s+/g, ' ')]
  return chars.length <= most ? chars.join('') : `${chars.slice(0, most - 1).join('')}…`
}

/** A long text in pieces of at most so many lines, each to be a row of its own, so that a page can end between them. */
export function inPieces(text: string, room: number, lines = 10): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const part of text.split(/(?<=[\n。！？；，、.!?;,\s])/u)) {
    for (const some of bits(part, room)) {
      if (piece !== '' && linesOf(piece + some, room) > lines) {
        pieces.push(piece.trimEnd())
        piece = ''
      }
      piece += some
    }
  }
  if (piece.trim() !== '') pieces.push(piece.trimEnd())
  return pieces
}

/** Words without a gap, no longer than a line. */
function bits(part: string, room: number): string[] {
  if (widthOf(part) <= room * 0.92) return [part]
  const found: string[] = []
  let bit = ''
  for (const char of part) {
    if (widthOf(bit + char) > room * 0.92) {
      found.push(bit)
      bit = ''
    }
    bit += char
  }
  return bit === '' ? found : [...found, bit]
}
