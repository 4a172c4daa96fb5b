import { useEffect, useRef, useState } from 'react'
import type { BoardDay } from './board-day.ts'
import type { BoardCrew, BoardVisit } from './board-view.server.ts'

/** What the server last said; while something is in the hand, what it said before that. */
export function useHeld<T>(data: T, held: boolean): T {
  const [kept, keep] = useState(data)
  if (!held && kept !== data) keep(data)
  return held ? kept : data
}

/** Crews that the server says nothing new about stay the same objects: their rows are not drawn again. */
export function useSame(crews: BoardCrew[]): BoardCrew[] {
  const [kept, keep] = useState(() => ({ crews, same: crews, texts: textsOf(crews) }))
  if (kept.crews === crews) return kept.same
  const texts = textsOf(crews)
  const same = crews.map((crew) => {
    const old = kept.same.find(({ id }) => id === crew.id)
    return old && kept.texts.get(crew.id) === texts.get(crew.id) ? old : crew
  })
  keep({ crews, same, texts })
  return same
}

const textsOf = (crews: BoardCrew[]) =>
  new Map(crews.map((crew) => [crew.id, JSON.stringify(crew)]))

const freshFor = 2000

/** The visits that somebody else has just changed, for as long as it should catch the eye. */
export function useFresh(
  told: BoardDay,
  day: string,
  mine: (visitId: number, version: number) => boolean,
): ReadonlySet<number> {
  const [fresh, setFresh] = useState<ReadonlySet<number>>(new Set())
  const before = useRef<{ day: string; versions: Map<number, number> } | null>(null)
  const own = useRef(mine)
  useEffect(() => {
    own.current = mine
  })
  useEffect(() => {
    const visits: BoardVisit[] = [...told.unassigned, ...told.crews.flatMap((crew) => crew.visits)]
    const old = before.current
    before.current = { day, versions: new Map(visits.map(({ id, version }) => [id, version])) }
    if (old?.day !== day) return
    const changed = visits.filter(
      ({ id, version }) => old.versions.get(id) !== version && !own.current(id, version),
    )
    if (changed.length === 0) return
    setFresh(new Set(changed.map(({ id }) => id)))
    const timer = setTimeout(() => setFresh(new Set()), freshFor)
    return () => clearTimeout(timer)
  }, [told, day])
  return fresh
}

/** The clock of the board, in minutes of its day: the server's, going on; null on another day's board. */
export function useNow(now: string | null, minuteOf: (iso: string) => number): number | null {
  const [passed, setPassed] = useState({ now, ms: 0 })
  useEffect(() => {
    if (now === null) return
    const began = performance.now()
    const timer = setInterval(() => setPassed({ now, ms: performance.now() - began }), 20_000)
    return () => clearInterval(timer)
  }, [now])
  if (now === null) return null
  const ms = passed.now === now ? passed.ms : 0
  return minuteOf(new Date(Date.parse(now) + ms).toISOString())
}
