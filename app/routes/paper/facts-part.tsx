import { headingHeight, inPieces, linesOf, rowHeight, sheetWidth } from '#app/ui/paper/measure.ts'
import { type Part, part } from '#app/ui/paper/pages.tsx'
import { rowsOfTwo, SheetGrid } from '#app/ui/paper/sheet.tsx'

export interface Fact {
  term: string
  text: string
  strong?: boolean
  wide?: boolean
}

/** The term beside a fact, and the gap after it, in the wider of the two languages. */
const termWidth = 26
const wideRoom = sheetWidth - termWidth
const halfRoom = sheetWidth / 2 - termWidth

/** A section of facts; what somebody typed may be long, and may go on over the page. */
export function factsPart(
  title: string,
  facts: readonly (Fact | false | null | undefined)[],
  continued: (title: string) => string,
): Part {
  const items = facts.flatMap((fact): Fact[] => {
    if (!fact || fact.text.trim() === '') return []
    if (!fact.wide) return [{ ...fact, wide: linesOf(fact.text, halfRoom) > 2 }]
    return inPieces(fact.text, wideRoom).map((text, i) => ({
      ...fact,
      term: i === 0 ? fact.term : continued(fact.term),
      text,
    }))
  })
  return part({
    title,
    head: headingHeight,
    rows: rowsOfTwo(items),
    height: (row) => {
      const room = row.length === 1 ? wideRoom : halfRoom
      return rowHeight(
        Math.max(
          ...row.flatMap(({ term, text }) => [linesOf(text, room), linesOf(term, termWidth - 2)]),
        ),
      )
    },
    render: (rows) => (
      <SheetGrid
        items={rows.flat().map(({ text, ...fact }) => ({
          ...fact,
          children: <span className="typed">{text}</span>,
        }))}
      />
    ),
  })
}
