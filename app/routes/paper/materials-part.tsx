import type { Translate } from '#app/i18n/keys.ts'
import {
  blankRowHeight,
  columnWidths,
  linesOf,
  rowHeight,
  sheetWidth,
  tableHeadHeight,
} from '#app/ui/paper/measure.ts'
import { type Part, part } from '#app/ui/paper/pages.tsx'
import { SheetTable } from '#app/ui/paper/sheet.tsx'
import type { SheetView } from './sheet-view.server.ts'

const { small, middle, large } = columnWidths
const nameRoom = sheetWidth - large - 3 * small - middle - 2
const modelRoom = large - 2

/** What is taken out, used and brought back: the goods of the visit, and rows to write in. */
export function materialsPart(
  goods: SheetView['goods'],
  { t, spare }: { t: Translate; spare: 0 | 1 | 2 },
): Part {
  const rows = goods.map((one) => ({
    name: one.atHome
      ? t('paper:sheet.atHome', one)
      : one.short
        ? t('paper:sheet.short', one)
        : one.name,
    model: one.model ?? '',
    quantity: one.atHome ? '' : (one.quantity ?? ''),
    blank: 0,
  }))
  const blank = { name: '', model: '', quantity: '', blank: (goods.length > 0 ? 0 : 1) + spare }
  const head = [
    { label: t('paper:sheet.material') },
    { label: t('paper:sheet.model'), size: 'large' as const },
    { label: t('paper:sheet.out'), num: true, size: 'small' as const },
    { label: t('paper:sheet.used'), num: true, size: 'small' as const },
    { label: t('paper:sheet.back'), num: true, size: 'small' as const },
    { label: t('paper:sheet.charge'), num: true, size: 'middle' as const },
  ]
  return part({
    title: t('paper:sheet.materials'),
    head: tableHeadHeight,
    rows: [...rows, blank],
    height: (row) =>
      row.blank * blankRowHeight ||
      rowHeight(Math.max(linesOf(row.name, nameRoom), linesOf(row.model, modelRoom))),
    render: (shown) => (
      <SheetTable head={head} blank={shown.reduce((sum, row) => sum + row.blank, 0)}>
        {shown
          .filter((row) => row.blank === 0)
          .map((row, i) => (
            <tr key={i}>
              <td>{row.name}</td>
              <td>{row.model}</td>
              <td className="num">{row.quantity}</td>
              <td />
              <td />
              <td />
            </tr>
          ))}
      </SheetTable>
    ),
  })
}
