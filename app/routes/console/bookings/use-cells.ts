import { useNavigate } from '@remix-run/react'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { cellId, type HeatCell } from '#app/ui/console/capacity.tsx'

type Rows = (HeatCell | null)[][]

const steps: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/**
 * Keys of the capacity table: arrows walk the cells, Home and End go to the ends of a row, Space selects, C goes on to closing, + to opening. Without
 * scripts every cell is a link of its own.
 */
export function useCells(rows: Rows, chosen: string | null) {
  const navigate = useNavigate()
  const [at, setAt] = useState(chosen)
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  const cells = rows.flat().filter((cell) => cell !== null)
  const known = [at, chosen].find((key) => key && cells.some((cell) => cell.key === key))
  const focusable = known ?? cells[0]?.key

  function onKeyDown(event: KeyboardEvent<HTMLAnchorElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    const cell = cells.find(({ key }) => cellId(key) === event.currentTarget.id)
    if (!cell) return
    const row = rows.find((one) => one.includes(cell))?.filter((one) => one !== null) ?? []
    const edge = event.key === 'Home' ? row[0] : event.key === 'End' ? row.at(-1) : undefined
    const step = steps[event.key]
    const next = step && nextCell(rows, cell.key, step)
    if (edge) document.getElementById(cellId(edge.key))?.focus()
    else if (step) {
      if (next) document.getElementById(cellId(next.key))?.focus()
    } else if (event.key === ' ') navigate(cell.href)
    else if (event.key === 'c' || event.key === 'C') navigate(withDo(cell.href, 'close'))
    else if (event.key === '+' || event.key === '=') navigate(withDo(cell.href, 'open'))
    else return
    event.preventDefault()
  }

  return ready && focusable ? { focusable, onKeyDown, onFocus: setAt } : {}
}

/** The next cell in a direction; days without a window are passed over. */
export function nextCell(
  rows: Rows,
  key: string,
  [down, right]: readonly [number, number],
): HeatCell | null {
  let row = rows.findIndex((cells) => cells.some((cell) => cell?.key === key))
  let column = rows[row]?.findIndex((cell) => cell?.key === key) ?? -1
  for (;;) {
    row += down
    column += right
    const cell = rows[row]?.[column]
    if (cell === undefined) return null
    if (cell) return cell
  }
}

const withDo = (href: string, act: 'close' | 'open') => {
  const [path = '', hash = ''] = href.split('#')
  return `${path}&do=${act}#${hash}`
}
