import { Fragment, type ReactNode } from 'react'
import { Sheet, SheetSection } from './sheet.tsx'

/** A part of a sheet that may go on over the page between its rows; heights in millimetres. */
export interface Part {
  /** None for what stands without a heading. */
  title: string | null
  head: number
  heights: readonly number[]
  render: (from: number, to: number) => ReactNode
}

/** @param height of one row, never too small */
export const part = <T,>({
  title,
  head,
  rows,
  height,
  render,
}: {
  title: string | null
  head: number
  rows: readonly T[]
  height: (row: T) => number
  render: (rows: readonly T[], isLast: boolean) => ReactNode
}): Part => ({
  title,
  head,
  heights: rows.map(height),
  render: (from, to) => render(rows.slice(from, to), to === rows.length),
})

export interface Piece {
  part: Part
  from: number
  to: number
}

/** The parts laid out on as many pages as they need; `room` is what a page has for them. */
export function inPages(
  parts: readonly Part[],
  room: { first: number; further: number },
): Piece[][] {
  const pages: Piece[][] = [[]]
  let left = room.first
  const turn = () => {
    pages.push([])
    left = room.further
  }
  for (const one of parts) {
    const { head, heights } = one
    let from = 0
    while (from < heights.length) {
      const page = pages.at(-1)!
      if (page.length > 0 && head + heights[from]! > left) turn()
      left -= head
      let to = from
      // A row higher than a page stands alone on one: it must stand somewhere.
      while (to < heights.length && (to === from || heights[to]! <= left)) left -= heights[to++]!
      pages.at(-1)!.push({ part: one, from, to })
      from = to
    }
  }
  return pages
}

/** One paper of one page or more: each says which it is, and nothing is cut. */
export function Paged({
  parts,
  room,
  label,
  continued,
  top,
  foot,
}: {
  parts: readonly Part[]
  room: { first: number; further: number }
  label: (page: number) => string
  /** The heading of a section that began on the page before. */
  continued: (title: string) => string
  top: (page: number) => ReactNode
  foot: (page: number, pages: number) => ReactNode
}) {
  const pages = inPages(parts, room)
  return pages.map((pieces, i) => (
    <Sheet key={i} label={label(i + 1)}>
      {top(i + 1)}
      {pieces.map(({ part: { title, render }, from, to }, k) =>
        title === null ? (
          <Fragment key={k}>{render(from, to)}</Fragment>
        ) : (
          <SheetSection key={k} title={from === 0 ? title : continued(title)}>
            {render(from, to)}
          </SheetSection>
        ),
      )}
      {foot(i + 1, pages.length)}
    </Sheet>
  ))
}
