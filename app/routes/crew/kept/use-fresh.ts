import { useEffect, useRef } from 'react'
import { loadLatest } from './latest.ts'
import { useOutbox } from './use-kept.ts'

/** So many entries in a row are sent before the page is loaded anew once for all of them. */
const pause = 400

/** Loads what a page shows anew after something was sent from this phone, in this tab or in another. */
export function useFresh(path: string): void {
  const { entries, read, sending } = useOutbox()
  const answered = entries.filter(({ state }) => state !== 'waiting').length
  const seen = useRef<number | null>(null)
  useEffect(() => {
    if (!read || sending) return
    seen.current = Math.min(seen.current ?? answered, answered)
    if (answered === seen.current) return
    const timer = setTimeout(() => {
      seen.current = answered
      void loadLatest(path)
    }, pause)
    return () => clearTimeout(timer)
  }, [answered, read, sending, path])
}
