import { useEffect, useRef } from 'react'
import { useOutbox } from './use-kept.ts'

/**
 * Does something once for all that was sent from this phone in a row, in this tab or in another.
 * @param pause milliseconds in which nothing more is sent
 */
export function useAfterSending(work: () => void, pause: number): void {
  const { entries, read, sending } = useOutbox()
  const answered = entries.filter(({ state }) => state !== 'waiting').length
  const seen = useRef<number | null>(null)
  const latest = useRef(work)
  useEffect(() => {
    latest.current = work
  })
  useEffect(() => {
    if (!read || sending) return
    seen.current = Math.min(seen.current ?? answered, answered)
    if (answered === seen.current) return
    const timer = setTimeout(() => {
      seen.current = answered
      latest.current()
    }, pause)
    return () => clearTimeout(timer)
  }, [answered, read, sending, pause])
}
