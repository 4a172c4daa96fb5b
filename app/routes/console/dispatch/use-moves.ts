import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { type BoardDay, type DayClock, findVisit, withChanges } from './board-day.ts'
import type { BoardContext, Known } from './board-context.ts'
import type { BoardCrew, BoardVisit } from './board-view.server.ts'
import { dropCrewOf, dropVisitOf } from './board-day.ts'
import { earliestDrop, type Pace } from './judge-drop.ts'
import { Moves, type MovesState, type Spot } from './moves.ts'

/** In the browser one book for as long as the page lives: what isn't saved yet outlasts a look at another page. */
let book: Moves | undefined
const bookOfMoves = () => (typeof document === 'undefined' ? new Moves() : (book ??= new Moves()))

const empty: MovesState = new Moves().read()
const atFirst = () => empty

export const spotOf = ({ crewId, start, end, pinned }: BoardVisit): Spot => ({
  crewId,
  start,
  end,
  pinned,
})

/**
 * The day with what this person moved already in its place, and what they can do to it.
 * @param told what the server last said
 */
export function useMoves(
  told: BoardDay,
  { day, clock, now, pace }: { day: string; clock: DayClock; now: number | null; pace: Pace },
) {
  const [moves] = useState(bookOfMoves)
  const state = useSyncExternalStore(moves.subscribe, moves.read, atFirst)
  useEffect(() => {
    const all = [...told.unassigned, ...told.crews.flatMap(({ visits }) => visits)]
    const spots = new Map(
      all.map((visit) => [visit.id, { ...spotOf(visit), version: visit.version }]),
    )
    moves.seen(spots, day)
  }, [told, day, moves])
  useEffect(() => {
    if (!state.changes.some((change) => change.state !== 'saved')) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [state])

  const shown = useMemo(
    () =>
      withChanges(
        told,
        state.changes.filter((change) => change.day === day),
        pace,
      ),
    [told, state.changes, day, pace],
  )

  const latest = useRef({ shown, day, clock, now, pace })
  useEffect(() => {
    latest.current = { shown, day, clock, now, pace }
  })
  const actions = useMemo(() => actionsOn(moves, latest), [moves])
  return { moves, state, shown, actions }
}

interface Latest {
  shown: BoardDay
  day: string
  clock: DayClock
  now: number | null
  pace: Pace
}

export type BoardActions = ReturnType<typeof actionsOn>

function actionsOn(moves: Moves, latest: { current: Latest }) {
  const known = ({ id, version }: Known) => {
    const visit = findVisit(latest.current.shown, id)
    return {
      visit,
      asked: {
        visitId: id,
        name: visit?.name ?? '',
        day: latest.current.day,
        from: visit ? spotOf(visit) : null,
      },
      version: Math.max(version, visit?.version ?? 0),
    }
  }
  const placeAt = (one: Known, crewId: number, start: number) => {
    const { visit, asked, version } = known(one)
    const { clock } = latest.current
    const to: Spot = {
      crewId,
      start: clock.isoOf(start),
      end: clock.isoOf(start + (visit?.minutes ?? 60)),
      pinned: visit?.pinned ?? false,
    }
    moves.ask({ kind: 'place', ...asked, to }, version)
  }
  return {
    placeAt,
    place(one, { crewId, start }) {
      const { visit, asked, version } = known(one)
      const minute = start === undefined ? null : minuteOf(start)
      if (minute !== null) return placeAt(one, crewId, minute)
      const crew = latest.current.shown.crews.find(({ id }) => id === crewId)
      const likely = visit && crew ? earliestOf(visit, crew, latest.current) : null
      const { clock } = latest.current
      const at = (minutes: number) => (likely === null ? null : clock.isoOf(likely + minutes))
      const to = {
        crewId,
        start: at(0),
        end: at(visit?.minutes ?? 0),
        pinned: visit?.pinned ?? false,
      }
      moves.ask({ kind: 'place', ...asked, to, anyTime: true }, version)
    },
    takeOff(one) {
      const { asked, version } = known(one)
      const to = { crewId: null, start: null, end: null, pinned: false }
      moves.ask({ kind: 'removal', ...asked, to }, version)
    },
    pin(one, pinned) {
      const { visit, asked, version } = known(one)
      const from = visit ? spotOf(visit) : { crewId: null, start: null, end: null, pinned: !pinned }
      moves.ask({ kind: 'pin', ...asked, from, to: { ...from, pinned } }, version)
    },
  } satisfies Omit<BoardContext, 'day'> & {
    placeAt(one: Known, crewId: number, start: number): void
  }
}

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

const earliestOf = (visit: BoardVisit, crew: BoardCrew, { clock, now, pace }: Latest) =>
  earliestDrop(dropVisitOf(visit, clock), dropCrewOf(crew, clock), { now, pace })
