import { Temporal } from 'temporal-polyfill'
import { beginsFormula } from './csv.server.ts'
import { type ZipEntry, zipOf } from './zip.server.ts'

/** A text, a number, a civil day, or money in minor units; nothing is an empty cell. */
export type SheetCell = string | number | { day: string } | { minor: number } | null

export interface WorkbookSheet {
  name: string
  /** The header row, with how many characters wide each column is. */
  columns: readonly { label: string; width: number }[]
  rows: readonly (readonly SheetCell[])[]
}

/** The cell formats of `styles`, in its order. */
const style = { plain: 0, head: 1, day: 2, money: 3, typed: 4 } as const

/** An Excel workbook of one sheet, piece by piece: its header stays in sight and filters. */
export const workbookOf = (sheet: WorkbookSheet): AsyncGenerator<Buffer> => zipOf(partsOf(sheet))

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const typeOf = (part: string) =>
  `application/vnd.openxmlformats-officedocument.spreadsheetml.${part}+xml`

function* partsOf(sheet: WorkbookSheet): Generator<ZipEntry> {
  const part = (name: string, xml: string): ZipEntry => ({
    name,
    bytes: Buffer.from(declaration + xml),
  })
  yield part(
    '[Content_Types].xml',
    `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${typeOf('sheet.main')}"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${typeOf('worksheet')}"/><Override PartName="/xl/styles.xml" ContentType="${typeOf('styles')}"/></Types>`,
  )
  yield part(
    '_rels/.rels',
    `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  )
  yield part(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escaped(sheetName(sheet.name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  )
  yield part(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  )
  yield part('xl/styles.xml', styles)
  yield part('xl/worksheets/sheet1.xml', sheetXml(sheet))
}

const xf = (attributes: string) => `<xf ${attributes} xfId="0"/>`
const plain = 'fontId="0" fillId="0" borderId="0"'
const styles = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDEBE6"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" ${plain}/></cellStyleXfs><cellXfs count="5">${[
  xf(`numFmtId="0" ${plain}`),
  xf('numFmtId="0" fontId="1" fillId="2" borderId="0" applyFont="1" applyFill="1"'),
  xf(`numFmtId="164" ${plain} applyNumberFormat="1"`),
  xf(`numFmtId="4" ${plain} applyNumberFormat="1"`),
  // What begins like a formula stays a text also when the cell is edited (Q-22).
  xf(`numFmtId="49" ${plain} quotePrefix="1" applyNumberFormat="1"`),
].join(
  '',
)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

function sheetXml({ columns, rows }: WorkbookSheet): string {
  const widths = columns.map(
    ({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  )
  const last = `${letters(columns.length)}${rows.length + 1}`
  const header = columns.map(({ label }, i) => textCell(label, `${letters(i + 1)}1`, style.head))
  const written = rows.map(
    (row, i) =>
      `<row r="${i + 2}">${row.map((value, k) => cellXml(value, `${letters(k + 1)}${i + 2}`)).join('')}</row>`,
  )
  return `<worksheet xmlns="${main}"><dimension ref="A1:${last}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${header.join('')}</row>${written.join('')}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`
}

function cellXml(value: SheetCell, at: string): string {
  if (value === null || value === '') return ''
  if (typeof value === 'string') {
    return textCell(value, at, beginsFormula(value) ? style.typed : style.plain)
  }
  if (typeof value === 'number') return numberCell(value, at, style.plain)
  return 'day' in value
    ? numberCell(serialOf(value.day), at, style.day)
    : numberCell(value.minor / 100, at, style.money)
}

const textCell = (value: string, at: string, s: number) =>
  `<c r="${at}" s="${s}" t="inlineStr"><is><t xml:space="preserve">${escaped(value.slice(0, 32_767))}</t></is></c>`
const numberCell = (value: number, at: string, s: number) =>
  `<c r="${at}" s="${s}"><v>${value}</v></c>`

/** Days as Excel counts them. */
const serialOf = (day: string) =>
  Temporal.PlainDate.from('1899-12-30').until(Temporal.PlainDate.from(day), { largestUnit: 'day' })
    .days

/** 1 is `A`, 27 `AA`. */
const letters = (column: number): string =>
  column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column)

/** Excel takes 31 characters and none of these. */
const sheetName = (name: string) => name.replace(/[\\/?*:[\]]/g, ' ').slice(0, 31)

/** Without what XML can't hold: control characters and halves of a character. */
const escaped = (text: string) =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\n\r\t]|[\uFFFE\uFFFF]/gu, '')
    .replace(/[&<>"\r]/g, (letter) => `&#${letter.charCodeAt(0)};`)
