import { useEffect, useRef } from 'react'

/** What wasn't sent is sent again, untouched, as soon as the phone is back on the network. */
export function useOnlineAgain(sendAgain: () => void) {
  const latest = useRef(sendAgain)
  useEffect(() => {
    latest.current = sendAgain
  })
  useEffect(() => {
    const again = () => latest.current()
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [])
}
