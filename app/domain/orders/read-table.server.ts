import { parse } from 'csv-parse/sync'
import { invalid } from '#app/platform/errors.ts'
import { cleanText } from '#app/platform/fields.ts'
import { readWorkbook } from './workbook.server.ts'

export const maxImportBytes = 5_000_000
export const maxImportRows = 2000
const maxCell = 3000

/**
 * The rows of an uploaded table, CSV or XLSX, told by its content and not by its name. Row 0 is the first of the file,
 * so that a row can be named as its own program shows it.
 * @throws DomainError invalid: `importTooBig`, `importOldExcel`, `importUnreadable`, `importTooManyRows`
 */
export async function readTable(bytes: Buffer): Promise<string[][]> {
  if (bytes.length > maxImportBytes) throw invalid('importTooBig', { megabytes: 5 })
  const read = await rowsIn(bytes)
  const rows = read.rows.map((row) =>
    row.map((cell) => cleanText(cell).replace(/\s+/g, ' ').slice(0, maxCell)),
  )
  while (rows.at(-1)?.every((cell) => cell === '')) rows.pop()
  if (read.more || rows.length > maxImportRows + 1)
    throw invalid('importTooManyRows', { max: maxImportRows })
  return rows
}

async function rowsIn(bytes: Buffer): Promise<{ rows: string[][]; more: boolean }> {
  if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw invalid('importOldExcel')
  const workbook = beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04])
  try {
    return workbook
      ? await readWorkbook(bytes, maxImportRows + 1)
      : { rows: csvRows(textOf(bytes)), more: false }
  } catch {
    throw invalid('importUnreadable')
  }
}

const beginsWith = (bytes: Buffer, magic: number[]) => magic.every((byte, i) => bytes[i] === byte)

/** Excel in China saves CSV as GB18030, elsewhere as UTF-8 with a byte order mark. @throws when it is no text */
function textOf(bytes: Buffer): string {
  if (beginsWith(bytes, [0xff, 0xfe])) return decoded(bytes, 'utf-16le')
  const text = utf8(bytes) ?? decoded(bytes, 'gb18030')
  if (text.includes('\0')) throw new Error('No text')
  return text
}

const decoded = (bytes: Buffer, encoding: string) =>
  new TextDecoder(encoding, { fatal: true }).decode(bytes)

function utf8(bytes: Buffer): string | null {
  try {
    return decoded(bytes, 'utf-8')
  } catch {
    return null
  }
}

/** An empty line is a row as well: programs number it. */
function csvRows(text: string): string[][] {
  return parse(text, {
    bom: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    to: maxImportRows + 100,
  })
}

/** What separates the cells of the header, which may stand under a title: a comma, a tab, or a semicolon. */
function delimiterOf(text: string): string {
  const lines = text
    .split(/\r?\n/, 20)
    .map((line) =>
      [',', '\t', ';']
        .map((one) => ({ one, count: line.split(one).length }))
        .reduce((best, next) => (next.count > best.count ? next : best)),
    )
  return (lines.find(({ count }) => count > 2) ?? lines.find(({ count }) => count > 1))?.one ?? ','
}
