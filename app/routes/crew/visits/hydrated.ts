import { useEffect, useState } from 'react'

/** False on the server and in a browser without script; true a moment after the page has come alive. */
export function useHydrated(delay = 0): boolean {
  const [hydrated, setHydrated] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setHydrated(true), delay)
    return () => clearTimeout(timer)
  }, [delay])
  return hydrated
}
