import type { Translate } from '#app/i18n/keys.ts'
import { headingHeight, linesOf, rowHeight, sheetWidth, widthOf } from '#app/ui/paper/measure.ts'
import { type Part, part } from '#app/ui/paper/pages.tsx'
import { type SheetCheck, SheetChecks } from '#app/ui/paper/sheet.tsx'
import type { SheetView } from './sheet-view.server.ts'

type ToCheck = SheetCheck & { text: string }

/** Two columns, the box before each and the room for a reading taken off. */
const room = (sheetWidth - 8) / 2 - 6
const toWrite = 20

/** VS-1: the checklist of the visit's service, two beside each other. */
export function checksPart(checks: SheetView['checks'], t: Translate): Part {
  const items = checks.map(({ id, lowest, highest, ...check }) => ({
    ...check,
    key: id,
    limits: limitsOf({ lowest, highest }, t),
  }))
  const rows: ToCheck[][] = []
  for (let i = 0; i < items.length; i += 2) rows.push(items.slice(i, i + 2))
  return part({
    title: t('paper:sheet.checks'),
    head: headingHeight,
    rows,
    height: (row) => rowHeight(Math.max(...row.map(linesOfCheck))),
    render: (shown) => <SheetChecks items={shown.flat()} />,
  })
}

function linesOfCheck({ text, unit, limits }: ToCheck): number {
  const reading = unit ? toWrite + widthOf(`${unit} ${limits ?? ''}`) : 0
  return linesOf(text, Math.max(room - reading, 10))
}

function limitsOf(
  { lowest, highest }: { lowest: number | null; highest: number | null },
  t: Translate,
): string | null {
  if (lowest !== null && highest !== null) return t('paper:sheet.between', { lowest, highest })
  if (lowest !== null) return t('paper:sheet.from', { lowest })
  return highest === null ? null : t('paper:sheet.upTo', { highest })
}
