import { useLoaderData, useNavigation, useRevalidator } from '@remix-run/react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { followBoard, type Standing } from './follow-board.ts'
import { loadPatiently } from './patient-loads.ts'

/** How long what waits for its turn waits before it looks again. */
const turn = 100
/** How far a plan has come is read at most once in so many milliseconds. */
const planEvery = 1000

/**
 * Keeps the board of a day true (DS-2): whatever changes it, in whichever process, loads it anew, one load at a time.
 * While `hold` is true, as during a drag, or the tab is hidden, it waits; nothing is lost by waiting.
 */
export function useLive(day: string, { hold }: { hold?: RefObject<boolean> } = {}): Standing {
  const [standing, setStanding] = useState<Standing>('connecting')
  const { revalidate, state } = useRevalidator()
  const navigation = useNavigation()
  const loaded = useLoaderData<unknown>()
  const now = useRef({ busy: false, loaded })
  useEffect(() => {
    now.current = { busy: state !== 'idle' || navigation.state !== 'idle', loaded }
  })
  useEffect(() => {
    let due: number | null = null
    /** What was there when it was asked to load anew, until that is over. */
    let asked: { before: unknown } | null = null
    let timer = 0
    let last = 0
    const look = () => {
      clearTimeout(timer)
      if (asked && !now.current.busy) {
        // A page opened meanwhile takes the load's place, without loading the day.
        if (now.current.loaded === asked.before) due ??= last + 10 * turn
        asked = null
      }
      if (!asked && due === null) return
      if (asked || now.current.busy || hold?.current || document.hidden || clock() < due!) {
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
    const endPatience = loadPatiently()
    const endFollowing = followBoard(day, {
      standing: setStanding,
      changed(what) {
        due = Math.min(due ?? Infinity, what === 'plan' ? last + planEvery : 0)
        look()
      },
    })
    return () => {
      clearTimeout(timer)
      endFollowing()
      endPatience()
    }
  }, [day, hold, revalidate])
  return standing
}

const clock = () => performance.now()
