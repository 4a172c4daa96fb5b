import { useRouteLoaderData } from '@remix-run/react'
import { useEffect, useMemo } from 'react'
import { fold, unheard } from '../kept/fold.ts'
import { useLatest } from '../kept/latest.ts'
import { forget } from '../kept/outbox.ts'
import { useFresh } from '../kept/use-fresh.ts'
import { useHolder, useOutbox, useReading } from '../kept/use-kept.ts'
import type { CrewVisit } from './crew-visit.ts'
import type { loader } from './visit.tsx'

/** The visit that all pages under its address are about, as the server said it. */
export function useLoadedVisit(): CrewVisit {
  const visit = useRouteLoaderData<typeof loader>('routes/crew/visits/visit')
  if (!visit) throw new Error('Only pages below a visit may ask for it')
  return useLatest<CrewVisit>(`/crew/visits/${visit.id}`, visit)
}

/** The same with everything that was done on this phone since (VS-6). */
export function useVisit(): CrewVisit {
  const loaded = useLoadedVisit()
  const { entries } = useOutbox()
  const { me } = useHolder()
  const reading = useReading()
  return useMemo(() => {
    const own = unheard(entries, { visitId: loaded.id, heard: loaded.heard, by: me })
    return own.length === 0 ? loaded : fold(loaded, own, reading)
  }, [entries, loaded, me, reading])
}

/** Once a page: what was sent is loaded as the server has it now, and what it has needs no memory on the phone. */
export function useVisitInStep(): void {
  const { id, heard } = useLoadedVisit()
  useFresh(`/crew/visits/${id}`)
  useEffect(() => void forget(new Set(heard)), [heard])
}
