import { useRef, useState } from 'react'

/** Which rows of a page are marked; those that leave the page no longer are. */
export function useSelection(numbers: readonly string[]) {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<string | null>(null)
  const chosen = numbers.filter((number) => marked.has(number))

  /** Marks one or takes its mark off; with `range`, all from the one before it are as this one becomes. */
  function toggle(number: string, range = false) {
    const on = !marked.has(number)
    const [from, to] = [
      last.current === null ? -1 : numbers.indexOf(last.current),
      numbers.indexOf(number),
    ]
    const these =
      range && from >= 0 ? numbers.slice(Math.min(from, to), Math.max(from, to) + 1) : [number]
    const next = new Set(chosen)
    for (const one of these) {
      if (on) next.add(one)
      else next.delete(one)
    }
    last.current = number
    setMarked(next)
  }
  const setAll = (on: boolean) => setMarked(new Set(on ? numbers : []))
  return { chosen, isMarked: (number: string) => marked.has(number), toggle, setAll }
}
