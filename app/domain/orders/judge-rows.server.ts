import { email as emailField } from '#app/platform/fields.ts'
import { isDay } from '#app/platform/time.server.ts'
import { phone as callable } from '#app/platform/phone.server.ts'
import { type Column, columns, dayIn, type Header, headerOf, missingColumns } from './columns.ts'
import {
  type Contract,
  type ContractLine,
  contractNumber,
  isContractNumber,
  maxLines,
  type Missing,
  priceOf,
  quantityOf,
} from './contract.ts'
import { missingIn, phoneKept } from './missing-in.server.ts'
import { civilDate } from './workbook.server.ts'

export type Wrong =
  | 'required'
  | 'number'
  | 'day'
  | 'email'
  | 'phone'
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
}

export interface JudgedContract {
  contract: Contract
  lines: ContractLine[]
  /** The rows of the file it is made of. */
  rows: number[]
  /** `exists`: a contract with this number is here already. */
  standing: 'new' | 'exists' | 'bad'
  missing: Missing[]
}

export interface Judged {
  missingColumns: Column[]
  /** Rows that say something, without the header. */
  rows: number
  problems: Problem[]
  contracts: JudgedContract[]
}

const longest: Partial<Record<Column, number>> = {
  name: 80,
  address: 300,
  clerk: 80,
  requirements: 2000,
}

/** What the contract says once; its further rows repeat it or leave it out. */
const once = columns.filter(
  (column) => !['number', 'model', 'quantity', 'unitPrice'].includes(column),
)

/**
 * Reads a table as contracts: which cells can't be taken over and why, which contracts can, which are here already.
 * @param find the product of a model
 */
export function judgeRows(
  rows: readonly string[][],
  find: (model: string) => { id: number } | undefined,
  existing: ReadonlySet<string>,
): Judged {
  const header = headerOf(rows)
  const lacking = missingColumns(header)
  if (!header || lacking.length > 0) {
    return { missingColumns: lacking, rows: 0, problems: [], contracts: [] }
  }
  const problems: Problem[] = []
  const groups = new Map<string, Cells[]>()
  let count = 0
  for (let i = header.row + 1; i < rows.length; i++) {
    const cells = cellsOf(rows[i]!, i + 1, header, problems)
    if (cells.blank) continue
    count++
    const number = contractNumber(cells.get('number'))
    if (number === '') cells.say('number', 'required')
    else if (!isContractNumber(number)) cells.say('number', 'number')
    const key = number === '' ? `\0${i}` : number
    groups.set(key, [...(groups.get(key) ?? []), cells])
  }
  const contracts = [...groups].map(([number, group]) => {
    const before = problems.length
    const bad = group.some(({ row }) => problems.some((problem) => problem.row === row))
    const { contract, lines } = contractIn(number.startsWith('\0') ? '' : number, group, find)
    const standing =
      bad || problems.length > before ? 'bad' : existing.has(number) ? 'exists' : 'new'
    return {
      contract,
      lines,
      rows: group.map(({ row }) => row),
      standing,
      missing: missingIn(contract, lines),
    } satisfies JudgedContract
  })
  problems.sort((a, b) => a.row - b.row)
  return { missingColumns: [], rows: count, problems, contracts }
}

interface Cells {
  row: number
  blank: boolean
  get(column: Column): string
  say(column: Column, wrong: Wrong): void
}

function cellsOf(cells: string[], row: number, { at }: Header, problems: Problem[]): Cells {
  const get = (column: Column) => cells[at.get(column)?.index ?? -1] ?? ''
  return {
    row,
    blank: columns.every((column) => get(column) === ''),
    get,
    say: (column, wrong) => {
      const header = at.get(column)?.called ?? ''
      problems.push({ row, column, header, value: get(column), wrong })
    },
  }
}

function contractIn(
  number: string,
  group: Cells[],
  find: (model: string) => { id: number } | undefined,
): { contract: Contract; lines: ContractLine[] } {
  const first = group[0]!
  for (const cells of group.slice(1)) {
    for (const column of once) {
      const value = cells.get(column)
      if (value !== '' && value !== first.get(column)) cells.say(column, 'differs')
    }
  }
  for (const [column, max] of Object.entries(longest) as [Column, number][]) {
    if (first.get(column).length > max) first.say(column, 'tooLong')
  }
  const orderedOn = dayAt(first, 'orderedOn')
  if (first.get('orderedOn') === '') first.say('orderedOn', 'required')
  const phone = first.get('phone')
  if (phone !== '' && !callable.safeParse(phone).success) first.say('phone', 'phone')
  const email = first.get('email')
  if (email !== '' && !emailField.safeParse(email).success) first.say('email', 'email')
  if (group.length > maxLines) group[maxLines]!.say('number', 'tooManyLines')
  return {
    contract: {
      number,
      name: first.get('name'),
      phone: phone === '' ? '' : phoneKept(phone),
      email: email || null,
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

function lineIn(
  cells: Cells,
  find: (model: string) => { id: number } | undefined,
): ContractLine | null {
  const read = <T>(
    column: Column,
    of: (value: string) => T | null | undefined,
    wrong: Wrong,
  ): T | null => {
    const value = cells.get(column)
    const result = value === '' ? null : (of(value) ?? null)
    if (result === null) cells.say(column, value === '' ? 'required' : wrong)
    return result
  }
  const product = read('model', find, 'model')
  const quantity = read('quantity', quantityOf, 'quantity')
  const unitPrice = read('unitPrice', priceOf, 'price')
  if (product === null || quantity === null || unitPrice === null) return null
  return { productId: product.id, quantity, unitPrice }
}
