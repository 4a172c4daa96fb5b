import type { Format } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/keys.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { columnWidths, inShort, linesOf, rowHeight } from '#app/ui/paper/measure.ts'
import { type ColumnSize, SheetTable } from '#app/ui/paper/sheet.tsx'
import type { ShownLedgerRow } from './ledger-table.tsx'

/** A row as it is printed, each cell its lines. */
export interface LedgerCells {
  key: string
  lines: Record<LedgerCell, string>
}

const cells = ['number', 'customer', 'product', 'remedy', 'why', 'cost', 'cause', 'closed'] as const
type LedgerCell = (typeof cells)[number]

/** Those that have no width of their own share what is left. */
const sizes: Partial<Record<LedgerCell, ColumnSize>> = {
  number: 'large',
  customer: 'large',
  remedy: 'middle',
  cost: 'middle',
  closed: 'large',
}

/** A4 across, without its margins. */
const width = 273
/** What a page has for the rows of its table, between its head and its foot. */
const room = 184 - 17 - rowHeight(1) - 8

const both = (...lines: (string | null)[]) => lines.filter(Boolean).join('\n')

/** What a row says on paper; long words are told in short, as the ledger itself has all of them. */
export function cellsOf(row: ShownLedgerRow, t: Translate, format: Format): LedgerCells {
  return {
    key: row.number,
    lines: {
      number: both(row.number, format.shortDate(row.askedAt)),
      customer: both(row.customer, row.order),
      product: both(
        row.quantity > 1
          ? t('returns:ledger.quantity', { product: row.product, count: row.quantity })
          : row.product,
        row.pieces.join(' · '),
        t(`returns:reason.${row.reason}`),
      ),
      remedy: both(
        row.remedy && t(`returns:remedy.${row.remedy}`),
        t(`returns:status.${row.status}`),
      ),
      why: inShort(row.why ?? '', 60),
      cost: row.total === null ? '' : format.money(row.total, row.currency ?? undefined),
      cause: both(
        inShort(row.cause ?? '', 60),
        row.shares
          .map(({ party, percent }) =>
            t('returns:shares.part', { party: t(`returns:party.${party}`), percent }),
          )
          .join('\n'),
      ),
      closed: both(
        row.closedAt && format.shortDate(row.closedAt),
        row.days === null ? null : t('returns:ledger.days', { count: row.days }),
      ),
    },
  }
}

/** The rows laid out on as many pages as they need; an empty ledger is one page. */
export function ledgerPages(rows: readonly LedgerCells[]): LedgerCells[][] {
  const pages: LedgerCells[][] = [[]]
  let left = room
  for (const row of rows) {
    const height = heightOf(row)
    if (height > left && pages.at(-1)!.length > 0) {
      pages.push([])
      left = room
    }
    left -= height
    pages.at(-1)!.push(row)
  }
  return pages
}

function heightOf({ lines }: LedgerCells): number {
  const free = cells.filter((cell) => !sizes[cell])
  const taken = cells.reduce((sum, cell) => sum + (sizes[cell] ? columnWidths[sizes[cell]] : 0), 0)
  // Without its padding: what follows an amount has some on both sides.
  const roomOf = (cell: LedgerCell) =>
    (sizes[cell] ? columnWidths[sizes[cell]] : (width - taken) / free.length) -
    (cell === 'cause' ? 6 : 2)
  return rowHeight(Math.max(...cells.map((cell) => linesOf(lines[cell], roomOf(cell)))))
}

export function PaperTable({
  label,
  cells: rows,
  seesCost,
}: {
  label: string
  cells: readonly LedgerCells[]
  seesCost: boolean
}) {
  const { t } = useWords()
  const shown = cells.filter((cell) => cell !== 'cost' || seesCost)
  return (
    <SheetTable
      label={label}
      head={shown.map((cell) => ({
        label: t(`returns:ledger.col.${cell}`),
        num: cell === 'cost',
        ...(sizes[cell] ? { size: sizes[cell] } : {}),
      }))}
    >
      {rows.map(({ key, lines }) => (
        <tr key={key}>
          {shown.map((cell) =>
            cell === 'number' ? (
              <th key={cell} scope="row">
                <Lines text={lines[cell]} />
              </th>
            ) : (
              <td key={cell} className={cell === 'cost' ? 'num' : undefined}>
                <Lines text={lines[cell]} />
              </td>
            ),
          )}
        </tr>
      ))}
    </SheetTable>
  )
}

const Lines = ({ text }: { text: string }) =>
  text.split('\n').map((line, i) => <div key={i}>{line}</div>)
