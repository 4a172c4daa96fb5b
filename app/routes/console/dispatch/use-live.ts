import { type RefObject, useEffect, useState } from 'react'
import { follow, type Standing } from '../live/follow.ts'
import { useLoads } from '../live/use-loads.ts'

/** How far a plan has come is read at most once in so many milliseconds. */
const planEvery = 1000

/**
 * Keeps the board of a day true (DS-2): whatever changes it, in whichever process, loads it anew. While `hold` is
 * true it waits.
 */
export function useLive(day: string, { hold }: { hold?: RefObject<boolean> } = {}): Standing {
  const [standing, setStanding] = useState<Standing>('connecting')
  const load = useLoads({ hold })
  useEffect(
    () =>
      follow(`/resources/board?day=${day}`, {
        standing: setStanding,
        heard(event, data) {
          if (event === 'hello' || event === 'change') load(data === 'plan' ? planEvery : 0)
        },
      }),
    [day, load],
  )
  return standing
}
