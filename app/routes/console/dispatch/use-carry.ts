import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import type { BoardRange } from '#app/ui/console/board-span.ts'
import { type BoardDay, type DayClock, dropCrewOf, dropVisitOf, findVisit } from './board-day.ts'
import type { BoardVisit } from './board-view.server.ts'
import { Carry, type Place, type Scene } from './carry.ts'
import { Ghost, type GhostWords } from './ghost.ts'
import { earliestDrop, type Pace, type Verdict } from './judge-drop.ts'
import type { Moves } from './moves.ts'
import { placeWords, refusedWords, sayPlace } from './place-words.ts'
import type { DragWork } from './use-drag.ts'
import type { BoardActions } from './use-moves.ts'
import { cardOf } from './walk.ts'

interface Board {
  root: RefObject<HTMLElement>
  board: RefObject<HTMLDivElement>
  /** What is shown: crews in their order, and what has none. */
  shown: BoardDay
  clock: DayClock
  now: number | null
  pace: Pace
  range: BoardRange
  moves: Moves
  actions: BoardActions
  /** Tells a listener at once, without drawing anything. */
  announce: (text: string) => void
}

/** A visit in the hand: by the mouse, which follows a pointer, or by the keyboard, which goes in steps. */
export function useCarry(board: Board) {
  const { t, format } = useWords()
  const latest = useRef({ ...board, told: { t, format, clock: board.clock } })
  useEffect(() => {
    latest.current = { ...board, told: { t, format, clock: board.clock } }
  })
  const carry = useRef<Carry | null>(null)
  const [held, setHeld] = useState<{ id: number; by: 'mouse' | 'keys' } | null>(null)

  const begin = useCallback((visit: BoardVisit, by: 'mouse' | 'keys', grip?: number) => {
    const { shown, clock, now, pace, range, board: element, root, told } = latest.current
    if (!element.current) return null
    const scene: Scene = {
      visit,
      drop: dropVisitOf(visit, clock),
      crews: shown.crews.map((crew) => dropCrewOf(crew, clock)),
      at: { now, pace },
    }
    carry.current = new Carry(scene, new Ghost(element.current, range), sayPlace(told), grip)
    if (root.current) cardOf(root.current, visit.id)?.classList.add('is-lifted')
    setHeld({ id: visit.id, by })
    return carry.current
  }, [])

  const end = useCallback(() => {
    const { root } = latest.current
    const one = carry.current
    carry.current = null
    one?.end()
    if (one && root.current) {
      cardOf(root.current, one.scene.visit.id)?.classList.remove('is-lifted')
    }
    setHeld(null)
    return one
  }, [])

  const putDown = useCallback((visit: BoardVisit, place: Place, verdict: Verdict) => {
    const { actions, moves, told, clock } = latest.current
    if (verdict.allowed) {
      const stays =
        visit.crewId === place.crew.id &&
        visit.start !== null &&
        clock.minuteOf(visit.start) === place.start
      if (!stays) actions.placeAt(visit, place.crew.id, place.start)
      return
    }
    const why = refusedWords(visit, place.crew.name, verdict, told)
    const ofWindow = verdict.why === 'window' || verdict.why === 'windowOver'
    moves.forbid(
      told.t('dispatch:move.notMoved', { name: visit.name, why }),
      ofWindow ? visit.id : undefined,
    )
  }, [])

  const drag = useMemo(
    (): DragWork => ({
      begin(visitId, { x, y }) {
        const { shown, clock, board: element, range } = latest.current
        const visit = findVisit(shown, visitId)
        if (!visit || !element.current) return
        const under = visit.start ? new Ghost(element.current, range).under(x, y) : null
        begin(visit, 'mouse', under ? under.minute - clock.minuteOf(visit.start!) : 0)
      },
      follow: (x, y) => {
        markTray(latest.current.root, false)
        carry.current?.follow(x, y)
      },
      leave(over) {
        const off = over === 'tray' && carry.current?.scene.visit.crewId != null
        markTray(latest.current.root, off)
        carry.current?.leave()
      },
      drop(on) {
        const now = carry.current?.held()
        const one = end()
        markTray(latest.current.root, false)
        if (!one) return
        const { visit } = one.scene
        if (on === 'tray' && visit.crewId !== null) latest.current.actions.takeOff(visit)
        if (on === 'board' && now) putDown(visit, now.place, now.verdict)
      },
      nameOf: (id) => findVisit(latest.current.shown, id)?.name ?? '',
    }),
    [begin, end, putDown],
  )

  const pickUp = useCallback(
    (visitId: number) => {
      const { shown, told, announce, moves } = latest.current
      const visit = findVisit(shown, visitId)
      if (!visit) return
      if (!visit.movable) {
        const why = told.t('dispatch:move.refused.underWay')
        return moves.forbid(told.t('dispatch:move.fixed', { name: visit.name, why }))
      }
      const one = begin(visit, 'keys')
      const place = one && firstPlace(one.scene, visit, told.clock)
      if (!one || !place) return
      one.hold(place)
      one.step(0, 0)
      announce(
        told.t('dispatch:move.pickedUp', { name: visit.name, place: placeWords(told.t, place) }),
      )
    },
    [begin],
  )

  const step = useCallback((words: GhostWords | null) => {
    const { told, announce } = latest.current
    const now = carry.current?.held()
    if (!words || !now) return
    const place = placeWords(told.t, now.place)
    announce(
      words.refused
        ? told.t('dispatch:move.placeRefused', { place, why: words.text })
        : told.t('dispatch:move.place', { place, note: words.text }),
    )
  }, [])

  const byKeys = held?.by === 'keys'
  useEffect(() => {
    if (!byKeys) return
    const onKeyDown = (event: KeyboardEvent) => {
      const one = carry.current
      if (!one || event.ctrlKey || event.metaKey || event.altKey) return
      const fine = event.shiftKey ? 5 : 15
      const keys: Record<string, () => void> = {
        ArrowLeft: () => step(one.step(-fine, 0)),
        ArrowRight: () => step(one.step(fine, 0)),
        ArrowUp: () => step(one.step(0, -1)),
        ArrowDown: () => step(one.step(0, 1)),
        Home: () => step(toEarliest(one)),
        Enter: () => {
          const now = one.held()
          end()
          if (now) putDown(one.scene.visit, now.place, now.verdict)
        },
        Delete: () => {
          end()
          const { visit } = one.scene
          if (visit.crewId !== null) latest.current.actions.takeOff(visit)
        },
        Escape: () => {
          end()
          latest.current.announce(latest.current.told.t('dispatch:move.cancelled'))
        },
      }
      if (event.key !== 'Tab' && !keys[event.key]) return
      event.preventDefault()
      event.stopPropagation()
      keys[event.key]?.()
    }
    const leave = () => end()
    document.addEventListener('keydown', onKeyDown, true)
    document.addEventListener('pointerdown', leave)
    return () => {
      document.removeEventListener('keydown', onKeyDown, true)
      document.removeEventListener('pointerdown', leave)
    }
  }, [byKeys, end, putDown, step])

  return { held, drag, pickUp }
}

/** Where it stands; without a crew, the first place it could take. */
function firstPlace({ crews, drop, at }: Scene, visit: BoardVisit, clock: DayClock): Place | null {
  const own = crews.find(({ id }) => id === visit.crewId)
  if (own && visit.start) return { crew: own, start: clock.minuteOf(visit.start) }
  for (const crew of crews) {
    const start = earliestDrop(drop, crew, at)
    if (start !== null) return { crew, start }
  }
  return crews[0] ? { crew: crews[0], start: drop.window.from } : null
}

function toEarliest(carry: Carry): GhostWords | null {
  const now = carry.held()
  if (!now) return null
  const { drop, at } = carry.scene
  const start = earliestDrop(drop, now.place.crew, at)
  return start === null ? null : carry.hold({ crew: now.place.crew, start })
}

function markTray(root: RefObject<HTMLElement>, over: boolean) {
  root.current?.querySelector('.board-tray')?.classList.toggle('is-over', over)
}
