import { useEffect, useRef, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'

/** Marks the whole page, or takes all marks off; nothing without script. */
export function MarkAll({
  marked,
  of,
  setAll,
}: {
  marked: number
  of: number
  setAll: (on: boolean) => void
}) {
  const { t } = useWords()
  const box = useRef<HTMLInputElement>(null)
  const [alive, setAlive] = useState(false)
  useEffect(() => setAlive(true), [])
  useEffect(() => {
    if (box.current) box.current.indeterminate = marked > 0 && marked < of
  }, [alive, marked, of])
  if (!alive) return null
  const all = marked === of
  return (
    <label className="pick">
      <span className="vh">{t(all ? 'queues:markNone' : 'queues:markAll')}</span>
      <input ref={box} type="checkbox" checked={all} onChange={() => setAll(!all)} />
    </label>
  )
}
