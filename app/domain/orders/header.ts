import {
  type Column,
  columnCalled,
  columnLike,
  columns,
  isBeside,
  mistakesColumn,
  neededColumns,
} from './columns.ts'

export interface Header {
  /** The row it stands in, counted from 0. */
  row: number
  /** Where each column is, and what the file calls it. */
  at: Map<Column, { index: number; called: string }>
  /** What the file has besides, and the column each was probably meant to be. */
  unused: { called: string; like: Column | null }[]
}

/** A title and who made the table may stand above it. */
const searched = 10
/** A row that names so many columns is the header; a title names one at most. */
const enough = 2
const ours: readonly string[] = Object.values(mistakesColumn)

/** The row that says which column is what: the first that names some, else the first that isn't empty. */
export function headerOf(rows: readonly string[][]): Header | null {
  const filled = [...rows.keys()].filter((row) => rows[row]!.some((cell) => cell !== ''))
  const [first] = filled
  if (first === undefined) return null
  const named = (row: number) => columnsIn(rows[row]!).size
  const row = filled.slice(0, searched).find((one) => named(one) >= enough) ?? first
  const at = columnsIn(rows[row]!)
  const taken = new Set([...at.values()].map(({ index }) => index))
  const free = columns.filter((column) => !at.has(column))
  const unused = rows[row]!.flatMap((called, index) =>
    called === '' || taken.has(index) || ours.includes(called) || isBeside(called)
      ? []
      : { called, like: columnLike(called, free) },
  )
  return { row, at, unused }
}

function columnsIn(cells: readonly string[]): Header['at'] {
  const at: Header['at'] = new Map()
  for (const [index, called] of cells.entries()) {
    const column = columnCalled(called)
    if (column && !at.has(column)) at.set(column, { index, called })
  }
  return at
}

export const missingColumns = (header: Header | null): Column[] =>
  neededColumns.filter((column) => !header?.at.has(column))
