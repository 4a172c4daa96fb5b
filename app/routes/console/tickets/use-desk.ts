import { useEffect, useRef, useState } from 'react'
import type { Present } from '#app/domain/desk/index.server.ts'
import { follow, type Standing } from '../live/follow.ts'
import { useLoads } from '../live/use-loads.ts'
import type { TicketView } from './ticket-view.server.ts'

/** A page counts as looked at when it was seen for so long. */
const looked = 1000
/** Whoever has typed nothing for so long is no longer writing. */
const pauses = 8000

export interface Desk {
  others: Present[]
  standing: Standing
}

/**
 * Keeps a ticket's page true: what a colleague does loads it anew, and what is being typed stays; who else has it
 * open is told both ways, and how far it was read is kept.
 */
export function useDesk({ number, desk }: TicketView): Desk {
  const [others, setOthers] = useState(desk.present)
  const [standing, setStanding] = useState<Standing>('connecting')
  const load = useLoads()
  const last = useRef(desk.lastEvent)
  useEffect(() => {
    last.current = desk.lastEvent
  })
  useEffect(
    () =>
      follow(`/resources/desk?ticket=${number}&tab=${thisTab()}`, {
        standing: setStanding,
        heard(event, data) {
          if (event === 'presence') setOthers(JSON.parse(data) as Present[])
          if (event === 'change') load()
          if (event === 'hello' && Number(data) > last.current) load()
        },
      }),
    [number, load],
  )
  useWriting()
  useLook(number, desk, load)
  return { others, standing }
}

/** Says that something is being typed on the page, and that it no longer is. */
function useWriting() {
  useEffect(() => {
    let writing = false
    let timer = 0
    const say = (now: boolean) => {
      clearTimeout(timer)
      if (now) timer = window.setTimeout(() => say(false), pauses)
      if (now === writing) return
      writing = now
      const body = new URLSearchParams({ tab: thisTab(), writing: now ? 'yes' : 'no' })
      // Nothing is lost when this isn't heard.
      void fetch('/resources/desk', { method: 'POST', body, keepalive: true }).catch(() => {})
    }
    const typed = (event: Event) => {
      if (event.target instanceof Element && event.target.closest('main form')) say(true)
    }
    const sent = () => say(false)
    document.addEventListener('input', typed)
    document.addEventListener('submit', sent)
    return () => {
      document.removeEventListener('input', typed)
      document.removeEventListener('submit', sent)
      say(false)
    }
  }, [])
}

function useLook(number: string, { lastEvent, mentioned }: TicketView['desk'], load: () => void) {
  const brought = useRef(mentioned)
  useEffect(() => {
    let timer = 0
    const keep = async () => {
      const body = new URLSearchParams({ event: String(lastEvent) })
      const kept = await fetch(`/console/tickets/${number}/looks`, {
        method: 'POST',
        body,
        keepalive: true,
      }).catch(() => null)
      // The rail counts one less that waits for them.
      if (kept?.ok && brought.current) load()
      brought.current = false
    }
    const watch = () => {
      clearTimeout(timer)
      if (!document.hidden && lastEvent > 0) timer = window.setTimeout(() => void keep(), looked)
    }
    watch()
    document.addEventListener('visibilitychange', watch)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', watch)
    }
  }, [number, lastEvent, load])
}

/** A key for this tab, the same while it is open. */
function thisTab(): string {
  const kept = sessionStorage.getItem('tab')
  if (kept && /^[\w-]{8,40}$/.test(kept)) return kept
  const fresh = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
  sessionStorage.setItem('tab', fresh)
  return fresh
}
