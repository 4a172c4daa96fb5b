import { Parser } from 'saxen'
import { Temporal } from 'temporal-polyfill'
import { openArchive } from './unzip.server.ts'

/** Two thousand rows are some hundred kilobytes of XML; a sheet made of whole columns of formats, a few megabytes. */
const maxUnpacked = 20_000_000
const maxColumns = 60

interface Styles {
  /** Which cell styles show a number as a date. */
  dates: boolean[]
}

/**
 * The first sheet of an Excel workbook, as the text of its cells; row 0 is the sheet's row 1. Dates are civil dates.
 * @param maxRows rows beyond it are not read; `more` says that there are some
 * @throws Error when it is no workbook
 */
export async function readWorkbook(
  bytes: Buffer,
  maxRows: number,
): Promise<{ rows: string[][]; more: boolean }> {
  const read = openArchive(bytes, maxUnpacked)
  const required = async (path: string) => {
    const xml = await read(path)
    if (xml === null) throw new Error(`No ${path}`)
    return xml
  }
  const { sheet, epoch1904 } = firstSheet(await required('xl/workbook.xml'))
  const relations = targetsOf(await required('xl/_rels/workbook.xml.rels'))
  const target = relations.get(sheet) ?? 'worksheets/sheet1.xml'
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
  const strings = sharedStrings((await read('xl/sharedStrings.xml')) ?? '')
  const { dates } = stylesOf((await read('xl/styles.xml')) ?? '')
  return rowsOf(await required(path), { strings, dates, epoch1904, maxRows })
}

interface Walk {
  open?: (name: string, attribute: (name: string) => string | undefined) => void
  close?: (name: string) => void
  text?: (text: string) => void
  /** Asked after each element. */
  enough?: () => boolean
}

/**
 * Goes through an XML text, or a part that the workbook hasn't; prefixes of names are dropped, entities of a document
 * type are never resolved.
 */
function walk(xml: string, { open, close, text, enough }: Walk): void {
  if (xml === '') return
  const parser = new Parser()
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  parser.on('error', (error) => {
    throw error
  })
  parser.on('openTag', (name, attributes, decode) => {
    open?.(local(name), (attribute) => {
      const value = attributes()[attribute]
      return value === undefined ? undefined : decode(value)
    })
    if (enough?.()) parser.stop()
  })
  parser.on('closeTag', (name) => {
    close?.(local(name))
    if (enough?.()) parser.stop()
  })
  parser.on('text', (value, decode) => text?.(decode(value)))
  parser.on('cdata', (value) => text?.(value))
  parser.parse(xml)
}

function firstSheet(xml: string) {
  let sheet: string | undefined
  let epoch1904 = false
  walk(xml, {
    open: (name, attribute) => {
      if (name === 'sheet') sheet ??= attribute('r:id') ?? attribute('id')
      if (name === 'workbookPr') epoch1904 = /^(1|true)$/.test(attribute('date1904') ?? '')
    },
  })
  if (sheet === undefined) throw new Error('A workbook without a sheet')
  return { sheet, epoch1904 }
}

function targetsOf(xml: string): Map<string, string> {
  const targets = new Map<string, string>()
  walk(xml, {
    open: (name, attribute) => {
      if (name === 'Relationship') targets.set(attribute('Id') ?? '', attribute('Target') ?? '')
    },
  })
  return targets
}

/** Without the reading aids that Chinese and Japanese cells may carry. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = []
  let [inText, inAid] = [false, false]
  walk(xml, {
    open: (name) => {
      if (name === 'si') strings.push('')
      if (name === 't') inText = true
      if (name === 'rPh') inAid = true
    },
    close: (name) => {
      if (name === 't') inText = false
      if (name === 'rPh') inAid = false
    },
    text: (text) => {
      if (inText && !inAid && strings.length > 0) strings[strings.length - 1] += text
    },
  })
  return strings
}

/** Built-in formats that show a date; 27–36 and 50–58 are the East Asian ones. */
const isDateFormat = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

function stylesOf(xml: string): Styles {
  const custom = new Map<number, boolean>()
  const dates: boolean[] = []
  let inCells = false
  walk(xml, {
    open: (name, attribute) => {
      if (name === 'numFmt') {
        const code = (attribute('formatCode') ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
        custom.set(Number(attribute('numFmtId')), /[yd年日]/i.test(code))
      }
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) {
        const format = Number(attribute('numFmtId') ?? 0)
        dates.push(custom.get(format) ?? isDateFormat(format))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return { dates }
}

function rowsOf(
  xml: string,
  told: Styles & { strings: string[]; epoch1904: boolean; maxRows: number },
): { rows: string[][]; more: boolean } {
  const rows: string[][] = []
  let at = -1
  let column = -1
  let cell: { type: string; date: boolean; text: string } | null = null
  let inValue = false
  let beyond = false
  walk(xml, {
    open: (name, attribute) => {
      if (name === 'row') {
        const number = Number(attribute('r') ?? at + 2)
        at = Number.isInteger(number) && number > at ? number - 1 : at + 1
        column = -1
      }
      if (name === 'c') {
        column = columnOf(attribute('r')) ?? column + 1
        const style = Number(attribute('s') ?? -1)
        cell = { type: attribute('t') ?? 'n', date: told.dates[style] ?? false, text: '' }
      }
      if (name === 'v' || name === 't') inValue = true
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false
      if (name !== 'c' || cell === null) return
      const value = valueOf(cell, told)
      if (value !== '' && column < maxColumns) {
        if (at >= told.maxRows) beyond = true
        else (rows[at] ??= [])[column] = value
      }
      cell = null
    },
    text: (text) => {
      if (inValue && cell) cell.text += text
    },
    enough: () => beyond,
  })
  return {
    rows: Array.from(rows, (row) => Array.from(row ?? [], (value) => value ?? '')),
    more: beyond,
  }
}

/** `BC12` is column 54, counted from 0. */
function columnOf(address: string | undefined): number | null {
  const [, letters] = /^([A-Z]{1,3})\d*$/.exec(address ?? '') ?? []
  if (!letters) return null
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function valueOf(
  cell: { type: string; date: boolean; text: string },
  { strings, epoch1904 }: { strings: string[]; epoch1904: boolean },
): string {
  const { type, date, text } = cell
  if (type === 's') return strings[Number(text)] ?? ''
  if (type === 'd') return text.slice(0, 10)
  if (type !== 'n' || text === '') return text
  const number = Number(text)
  if (Number.isNaN(number)) return text
  return date ? (civilDate(number, epoch1904) ?? text) : plainNumber(number)
}

/** Without the digits that binary fractions add: 1299.1, not 1299.0999999999999. */
const plainNumber = (number: number) => String(Number(number.toPrecision(15)))

/** @param serial days as Excel counts them: from the last day of 1899, with a 29 February 1900 that never was */
export function civilDate(serial: number, epoch1904 = false): string | null {
  const days = Math.floor(serial)
  if (days < 61 || days > 2_958_465) return null
  const epoch = Temporal.PlainDate.from(epoch1904 ? '1904-01-01' : '1899-12-30')
  return epoch.add({ days }).toString()
}
