import { email as emailField } from '#app/platform/fields.ts'
import { defaultLocale } from '#db/vocabulary/locales.ts'
import { isDay } from '#app/platform/time.server.ts'
import { type Column, columns, dayIn } from './columns.ts'
import {
  type Contract,
  type ContractLine,
  contractNumber,
  isContractNumber,
  localeOf,
  maxLines,
  type Missing,
  priceOf,
  quantityOf,
} from './contract.ts'
import { filledBy, type Gap } from './gaps.ts'
import { type Header, headerOf, missingColumns } from './header.ts'
import type { Found, NamedProduct } from './known-product.ts'
import { missingIn, phoneKept } from './missing-in.server.ts'
import { civilDate } from './workbook.server.ts'

export type Wrong =
  | 'required'
  | 'number'
  | 'day'
  | 'email'
  | 'scientific'
  | 'language'
  | 'model'
  | 'quantity'
  | 'price'
  | 'tooLong'
  | 'differs'
  | 'tooManyLines'

/** One cell that can't be taken over. */
export interface Problem {
  /** As the file's own program numbers it. */
  row: number
  column: Column
  /** What the file calls the column. */
  header: string
  value: string
  wrong: Wrong
  /** Models that may be meant. */
  like?: string[]
  /** What the contract's first row says. */
  first?: { row: number; value: string }
}

/** What is here under a number already: what it lacks, or `null` where nothing may be added. */
export type Known = readonly Gap[] | null

export type Find = (typed: string) => Found<NamedProduct & { id: number }>

export interface JudgedContract {
  contract: Contract
  lines: ContractLine[]
  /** The rows of the file it is made of. */
  rows: number[]
  /** `exists`: a contract with this number is here already; `fills`: and it lacks what the file says. */
  standing: 'new' | 'fills' | 'exists' | 'bad'
  missing: Missing[]
  /** What it would add to the one that is here. */
  adds: Gap[]
}

export interface Judged {
  missingColumns: Column[]
  unusedColumns: Header['unused']
  /** Rows that say something, without the header. */
  rows: number
  problems: Problem[]
  contracts: JudgedContract[]
}

const longest: Partial<Record<Column, number>> = {
  name: 80,
  phone: 40,
  address: 300,
  clerk: 80,
  requirements: 2000,
}

/** What the contract says once; its further rows repeat it or leave it out. */
const once = columns.filter(
  (column) => !['number', 'model', 'quantity', 'unitPrice'].includes(column),
)

/** Under the last contract people write what it all comes to. */
const sum = /^(合计|总计|小计|total|subtotal|sum)([\s:：].*)?$/i
/** The template's own row. */
const example = /^(例[:：]|e\.g\. )/i

/**
 * Reads a table as contracts: which cells can't be taken over and why, which contracts can, which are here already.
 * @param find the product of a model
 * @param here the contracts that are here, by number
 */
export function judgeRows(
  rows: readonly string[][],
  find: Find,
  here: ReadonlyMap<string, Known>,
  today: string,
): Judged {
  const header = headerOf(rows)
  const missing = missingColumns(header)
  const unusedColumns = header?.unused ?? []
  if (!header || missing.length > 0) {
    return { missingColumns: missing, unusedColumns, rows: 0, problems: [], contracts: [] }
  }
  const problems: Problem[] = []
  const groups = new Map<string, Cells[]>()
  let count = 0
  for (let i = header.row + 1; i < rows.length; i++) {
    const cells = cellsOf(rows[i]!, i + 1, header, problems)
    if (cells.blank || isBeside(rows[i]!, cells)) continue
    count++
    const number = contractNumber(cells.get('number'))
    if (number === '') cells.say('number', 'required')
    else if (scientific.test(number)) cells.say('number', 'scientific')
    else if (!isContractNumber(number)) cells.say('number', 'number')
    const key = number === '' ? `\0${i}` : number
    groups.set(key, [...(groups.get(key) ?? []), cells])
  }
  const badRows = () => new Set(problems.map(({ row }) => row))
  const read = [...groups].map(([number, group]) => ({
    ...contractIn(number.startsWith('\0') ? '' : number, group, find),
    rows: group.map(({ row }) => row),
  }))
  const bad = badRows()
  const contracts = read.map(({ contract, lines, rows }): JudgedContract => {
    const lacking = missingIn(contract, lines, today)
    const gaps = here.get(contract.number)
    const adds = gaps ? filledBy(gaps, { contract, missing: lacking }) : []
    const standing = gaps === undefined ? 'new' : adds.length > 0 ? 'fills' : 'exists'
    return {
      contract,
      lines,
      rows,
      standing: rows.some((row) => bad.has(row)) ? 'bad' : standing,
      missing: lacking,
      adds,
    }
  })
  problems.sort((a, b) => a.row - b.row)
  return { missingColumns: [], unusedColumns, rows: count, problems, contracts }
}

/** A sum or the template's example: no contract. */
const isBeside = (row: readonly string[], cells: Cells) =>
  example.test(cells.get('number')) ||
  (cells.get('model') === '' && row.some((cell) => sum.test(cell)))

/** A number so long that the program shortened it: its last digits are gone. */
const scientific = /^\d(\.\d+)?E\+\d+$/i

interface Cells {
  row: number
  blank: boolean
  get(column: Column): string
  say(column: Column, wrong: Wrong, more?: Pick<Problem, 'like' | 'first'>): void
}

function cellsOf(cells: string[], row: number, { at }: Header, problems: Problem[]): Cells {
  const get = (column: Column) => cells[at.get(column)?.index ?? -1] ?? ''
  return {
    row,
    blank: columns.every((column) => get(column) === ''),
    get,
    say: (column, wrong, more) => {
      const header = at.get(column)?.called ?? ''
      problems.push({ row, column, header, value: get(column), wrong, ...more })
    },
  }
}

function contractIn(
  number: string,
  group: Cells[],
  find: Find,
): { contract: Contract; lines: ContractLine[] } {
  const first = group[0]!
  for (const cells of group.slice(1)) {
    for (const column of once) {
      const value = cells.get(column)
      if (value === '' || value === first.get(column)) continue
      cells.say(column, 'differs', { first: { row: first.row, value: first.get(column) } })
    }
  }
  for (const [column, max] of Object.entries(longest) as [Column, number][]) {
    if (first.get(column).length > max) first.say(column, 'tooLong')
  }
  const orderedOn = dayAt(first, 'orderedOn')
  if (first.get('orderedOn') === '') first.say('orderedOn', 'required')
  const phone = first.get('phone')
  if (scientific.test(phone)) first.say('phone', 'scientific')
  const email = first.get('email')
  if (email !== '' && !emailField.safeParse(email).success) first.say('email', 'email')
  const language = first.get('locale')
  const locale = language === '' ? defaultLocale : localeOf(language)
  if (locale === null) first.say('locale', 'language')
  if (group.length > maxLines) group[maxLines]!.say('number', 'tooManyLines')
  return {
    contract: {
      number,
      name: first.get('name'),
      phone: phone === '' ? '' : phoneKept(phone),
      email: email || null,
      locale: locale ?? defaultLocale,
      address: first.get('address'),
      orderedOn: orderedOn ?? '',
      deliveryOn: dayAt(first, 'deliveryOn'),
      clerk: first.get('clerk'),
      requirements: first.get('requirements') || null,
    },
    lines: group.flatMap((cells) => lineIn(cells, find) ?? []),
  }
}

function dayAt(cells: Cells, column: 'orderedOn' | 'deliveryOn'): string | null {
  const value = cells.get(column)
  if (value === '') return null
  // A date that lost its format on the way is a number of days.
  const day = /^[2-7]\d{4}$/.test(value) ? civilDate(Number(value)) : dayIn(value)
  if (day && isDay(day)) return day
  cells.say(column, 'day')
  return null
}

function lineIn(cells: Cells, find: Find): ContractLine | null {
  const read = <T>(
    column: 'quantity' | 'unitPrice',
    of: (value: string) => T | null,
    wrong: Wrong,
  ): T | null => {
    const value = cells.get(column)
    const result = value === '' ? null : of(value)
    if (result === null) cells.say(column, value === '' ? 'required' : wrong)
    return result
  }
  const model = cells.get('model')
  const { product, like } = find(model)
  if (!product) {
    cells.say('model', model === '' ? 'required' : 'model', {
      like: like.map((one) => one.model),
    })
  }
  const quantity = read('quantity', quantityOf, 'quantity')
  const unitPrice = read('unitPrice', priceOf, 'price')
  if (!product || quantity === null || unitPrice === null) return null
  return { productId: product.id, quantity, unitPrice }
}
