import { useLocation, useSearchParams } from '@remix-run/react'
import { useEffect, useState } from 'react'

/**
 * What the address says was just saved: an empty word, or which thing; `null` once the page was merely read again.
 * Without a script it is said each time.
 */
export function useJustSaved(): string | null {
  const { key } = useLocation()
  const [search] = useSearchParams()
  const [again, setAgain] = useState(false)
  useEffect(() => {
    const [read] = performance.getEntriesByType('navigation')
    // The first place of a document has no key of its own.
    setAgain(
      key === 'default' && read instanceof PerformanceNavigationTiming && read.type === 'reload',
    )
  }, [key])
  return again ? null : search.get('saved')
}
