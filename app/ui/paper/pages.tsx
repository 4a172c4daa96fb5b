import { Fragment, type ReactNode } from 'react'
import { Sheet, SheetSection } from './sheet.tsx'

/** A part of a sheet that may go on over the page between its rows; heights in millimetres. */
export interface Part {
  /** None for what stands without a heading. */
  title: string | null
  head: number
  heights: readonly number[]
  /** It never begins a page: what stands before it goes over the page with it. */
  follows: boolean
  render: (from: number, to: number) => ReactNode
}

/** @param height of one row, never too small */
export const part = <T,>({
  title,
  head,
  rows,
  height,
  follows = false,
  render,
}: {
  title: string | null
  head: number
  follows?: boolean
  rows: readonly T[]
  height: (row: T) => number
  render: (rows: readonly T[], isLast: boolean) => ReactNode
}): Part => ({
  title,
  head,
  heights: rows.map(height),
  follows,
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
      if (page.length > 0 && head + heights[from]! > left) {
        const taken = one.follows && page.length > 1 ? wholePiece(page) : null
        turn()
        if (taken) {
          left -= heightOf(taken)
          pages.at(-1)!.push(taken)
        }
      }
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

/** Takes the last piece off a page, unless it began on the page before. */
function wholePiece(page: Piece[]): Piece | null {
  const last = page.at(-1)!
  if (last.from > 0) return null
  page.pop()
  return last
}

const heightOf = ({ part: { head, heights }, from, to }: Piece) =>
  heights.slice(from, to).reduce((sum, height) => sum + height, head)

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
