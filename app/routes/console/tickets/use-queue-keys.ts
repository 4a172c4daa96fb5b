import { useNavigate } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useHotkeys } from '../hotkeys.ts'

/** Up and down a queue, into a ticket, marking one: by keys. */
export function useQueueKeys({
  rows,
  current,
  hrefOf,
  mark,
}: {
  rows: readonly { number: string }[]
  /** The one beside the queue. */
  current?: string
  hrefOf: (number: string) => string
  /** Undefined for whoever may mark nothing. */
  mark?: (number: string, range: boolean) => void
}): void {
  const navigate = useNavigate()
  useEffect(() => {
    document.querySelector('.q > .on')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  // Keys may come faster than answers: while the address is still the old one, the next key counts from there.
  const asked = useRef<{ from: string | null; to: string } | null>(null)
  const address = () => new URLSearchParams(window.location.search).get('open')
  const chosen = () => (asked.current?.from === address() ? asked.current.to : address())
  const move = (step: number) => {
    const at = rows.findIndex((row) => row.number === chosen())
    const row = rows[Math.max(0, at + step)]
    if (!row || row.number === chosen()) return
    asked.current = { from: address(), to: row.number }
    navigate(hrefOf(row.number), { replace: at >= 0, preventScrollReset: true })
  }
  const markChosen = (range: boolean) => {
    const number = chosen()
    if (number) mark?.(number, range)
  }
  useHotkeys({
    j: () => move(1),
    k: () => move(-1),
    o: () => {
      const number = chosen()
      if (number) navigate(`/console/tickets/${number}`)
    },
    x: () => markChosen(false),
    X: () => markChosen(true),
    f: () => document.getElementById('ticket-find')?.focus(),
  })
}
