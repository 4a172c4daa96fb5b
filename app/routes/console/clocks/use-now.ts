import { useRouteLoaderData } from '@remix-run/react'
import { useSyncExternalStore } from 'react'
import type { Frame } from '#app/i18n/use-words.ts'

const seconds = 10

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
/** How far this device's clock is behind the server's; set as the first page is shown. */
let behind: number | undefined
let shown: number | undefined

function subscribe(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(tick, seconds * 1000)
  tick()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
    shown = undefined
  }
}

function tick() {
  shown = Date.now() + (behind ?? 0)
  for (const listener of listeners) listener()
}

/** The server's time by one timer for the whole page, in milliseconds; what the server wrote until React has taken over. */
export function useNow(): number {
  const frame = useRouteLoaderData<() => Promise<Frame>>('root')
  const written = frame ? Date.parse(frame.now) : 0
  return useSyncExternalStore(
    subscribe,
    () => {
      behind ??= written - Date.now()
      return shown ?? written
    },
    () => written,
  )
}
