import type { Translate } from '#app/i18n/keys.ts'
import {
  columnWidths,
  linesOf,
  rowHeight,
  sheetWidth,
  tableHeadHeight,
} from '#app/ui/paper/measure.ts'
import { type Part, part } from '#app/ui/paper/pages.tsx'
import { SheetTable } from '#app/ui/paper/sheet.tsx'
import type { collectedOn } from './load-lines.ts'
import type { LoadView } from './load-view.server.ts'

const { tiny, small, large } = columnWidths

/** What comes back on the vehicle. */
export function collectPart(rows: ReturnType<typeof collectedOn>, t: Translate): Part {
  const room = sheetWidth - tiny - large - small - 2
  return part({
    title: t('paper:load.collect'),
    head: tableHeadHeight,
    rows,
    height: ({ what, name }) => rowHeight(Math.max(linesOf(what, room), linesOf(name, large - 2))),
    render: (shown) => (
      <SheetTable
        head={[
          { label: t('paper:load.stop'), size: 'tiny' },
          { label: t('paper:load.what') },
          { label: t('paper:sheet.customer'), size: 'large' },
          { label: t('paper:load.collected'), num: true, size: 'small' },
        ]}
      >
        {shown.map(({ position, what, name }, i) => (
          <tr key={i}>
            <td>{position}</td>
            <td>{what}</td>
            <td>{name}</td>
            <td className="num">
              <span className="box" aria-hidden="true" />
            </td>
          </tr>
        ))}
      </SheetTable>
    ),
  })
}

/** How many of each product, and how many of them aren't there. */
export function totalsPart(totals: LoadView['totals'], t: Translate): Part {
  const room = sheetWidth - 2 * large - small - 2
  return part({
    title: t('paper:load.totals'),
    head: tableHeadHeight,
    rows: totals,
    height: ({ name, model }) =>
      rowHeight(Math.max(linesOf(name, room), linesOf(model ?? '', large - 2))),
    render: (shown) => (
      <SheetTable
        head={[
          { label: t('paper:sheet.material') },
          { label: t('paper:load.model'), size: 'large' },
          { label: t('paper:load.quantity'), num: true, size: 'large' },
          { label: t('paper:load.shortCount'), num: true, size: 'small' },
        ]}
      >
        {shown.map(({ name, model, quantity, short }, i) => (
          <tr key={i}>
            <td>{name}</td>
            <td>{model}</td>
            <td className="num">{quantity ?? t('paper:load.uncounted')}</td>
            <td className="num">{short || ''}</td>
          </tr>
        ))}
      </SheetTable>
    ),
  })
}
