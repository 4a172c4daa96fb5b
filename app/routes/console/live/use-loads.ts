import { useLoaderData, useNavigation, useRevalidator } from '@remix-run/react'
import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { loadPatiently } from './patient-loads.ts'

/** How long what waits for its turn waits before it looks again. */
const turn = 100

/**
 * Loads the page anew when it is asked to, one load at a time. While `hold` is true, as during a drag, or the tab is
 * hidden, it waits; nothing is lost by waiting.
 * @returns how to ask; a load that may wait comes no sooner than so many milliseconds after the last
 */
export function useLoads({ hold }: { hold?: RefObject<boolean> } = {}): (wait?: number) => void {
  const { revalidate, state } = useRevalidator()
  const navigation = useNavigation()
  const loaded = useLoaderData<unknown>()
  const now = useRef({ busy: false, loaded })
  useEffect(() => {
    now.current = { busy: state !== 'idle' || navigation.state !== 'idle', loaded }
  })
  const wanted = useRef<(wait: number) => void>(() => {})
  useEffect(() => {
    let due: number | null = null
    /** What was there when it was asked to load anew, until that is over. */
    let asked: { before: unknown } | null = null
    let timer = 0
    let last = 0
    const look = () => {
      clearTimeout(timer)
      if (asked && !now.current.busy) {
        // A page opened meanwhile takes the load's place, without loading this one.
        if (now.current.loaded === asked.before) due ??= last + 10 * turn
        asked = null
      }
      if (!asked && due === null) return
      if (
        asked ||
        now.current.busy ||
        routerAtWork() ||
        hold?.current ||
        document.hidden ||
        clock() < due!
      ) {
        timer = window.setTimeout(look, turn)
        return
      }
      due = null
      last = clock()
      asked = { before: now.current.loaded }
      now.current.busy = true
      revalidate()
      timer = window.setTimeout(look, turn)
    }
    wanted.current = (wait) => {
      due = Math.min(due ?? Infinity, wait === 0 ? 0 : last + wait)
      look()
    }
    const endPatience = loadPatiently()
    return () => {
      clearTimeout(timer)
      wanted.current = () => {}
      endPatience()
    }
  }, [hold, revalidate])
  return useCallback((wait = 0) => wanted.current(wait), [])
}

const clock = () => performance.now()

/**
 * Asked of the router itself: what React shows of it lags behind, and a load begun between a form's answer and its
 * showing would take the answer's place.
 */
function routerAtWork(): boolean {
  const state = window.__remixRouter?.state
  return state !== undefined && (state.navigation.state !== 'idle' || state.revalidation !== 'idle')
}
