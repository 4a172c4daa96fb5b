import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useOutbox } from './use-kept.ts'

/** So many entries in a row are sent before the page is loaded anew once for all of them. */
const pause = 400

/** Loads the page anew after something was sent from this phone, in this tab or in another. */
export function useFresh(): void {
  const { entries, read, sending } = useOutbox()
  const { revalidate, state } = useRevalidator()
  const answered = entries.filter(({ state }) => state !== 'waiting').length
  const seen = useRef<number | null>(null)
  useEffect(() => {
    if (!read) return
    const before = seen.current ?? answered
    if (answered < before || seen.current === null) seen.current = answered
    if (answered <= before || sending || state !== 'idle') return
    const timer = setTimeout(() => {
      seen.current = answered
      if (navigator.onLine) revalidate()
    }, pause)
    return () => clearTimeout(timer)
  }, [answered, read, sending, state, revalidate])
}
