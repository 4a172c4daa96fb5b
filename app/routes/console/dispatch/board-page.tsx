import { useLocation, useNavigate, useOutlet, useSearchParams } from '@remix-run/react'
import { type MouseEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Board, Dispatch } from '#app/ui/console/board.tsx'
import { type BoardSpan, rangeOf } from '#app/ui/console/board-span.ts'
import { EmptyState } from '#app/ui/console/page.tsx'
import { useHotkeys } from '../hotkeys.ts'
import { BoardMap } from './board-map.tsx'
import type { BoardContext } from './board-context.ts'
import { clockTime, dayClock, dropCrewOf, findVisit } from './board-day.ts'
import { type Proposed, useBoardRows } from './board-rows.ts'
import type { BoardView } from './board-view.server.ts'
import { CardMenu } from './card-menu.tsx'
import { DayHead } from './day-head.tsx'
import { textIn } from './ghost.ts'
import type { Pace } from './judge-drop.ts'
import { KeysHelp } from './keys-help.tsx'
import { Legend } from './legend.tsx'
import { LiveMark } from './live-mark.tsx'
import type { MapView } from './map-view.server.ts'
import { Toasts, Unsaved } from './toasts.tsx'
import { Tray } from './tray.tsx'
import { crewsIn, filterTray, readFilter } from './tray-filter.ts'
import { useCarry } from './use-carry.ts'
import { useDrag } from './use-drag.ts'
import { useLive } from './use-live.ts'
import { useMoves } from './use-moves.ts'
import { useSending } from './use-sending.ts'
import { useFresh, useHeld, useNow, useSame } from './use-told.ts'
import { useWalk } from './use-walk.ts'

export interface BoardData extends BoardView {
  day: string
  noon: string
  now: string | null
  isToday: boolean
  previous: string
  next: string
  pace: Pace
  mayDispatch: boolean
  map: MapView
}

/** The dispatcher's board: everything on it can be seen by whoever reads visits, and done by mouse, keys or menu. */
export function BoardPage({
  data: loaded,
  proposed,
  strips,
}: {
  data: BoardData
  /** What a plan would do. */
  proposed: readonly Proposed[]
  /** What is said above the board. */
  strips?: ReactNode
}) {
  const { t } = useWords()
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const root = useRef<HTMLDivElement>(null)
  const board = useRef<HTMLDivElement>(null)
  const said = useRef<HTMLParagraphElement>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  const hold = useRef(false)
  const [handFull, setHandFull] = useState(false)

  const data = useHeld(loaded, handFull)
  const standing = useLive(loaded.day, { hold })
  const { day, noon, pace, mayDispatch } = data
  const clock = useMemo(() => dayClock(noon), [noon])
  const now = useNow(data.now, clock.minuteOf)
  const crews = useSame(data.crews)
  const { unassigned } = data
  const told = useMemo(() => ({ crews, unassigned }), [crews, unassigned])
  const { moves, state, shown, actions } = useMoves(told, { day, clock, now, pace })
  useSending(moves, state.changes)
  const context = useMemo((): BoardContext => ({ ...actions, day }), [actions, day])
  const panel = useOutlet(context)
  const fresh = useFresh(told, day, (id, version) =>
    [...state.done, ...state.changes].some(
      (one) => one.visitId === id && (one.version === version || 'state' in one),
    ),
  )

  const filter = useMemo(() => readFilter(params), [params])
  const seen = useMemo(
    () => ({ crews: crewsIn(shown.crews, filter), unassigned: shown.unassigned }),
    [shown, filter],
  )
  const tray = useMemo(
    () => filterTray(shown.unassigned, filter, { noon, now: data.now }),
    [shown.unassigned, filter, noon, data.now],
  )
  const current = currentIn(pathname)
  const rows = useBoardRows(seen.crews, { clock, day, proposed, changes: state.changes })
  const range = useMemo(() => rangeOf(spansOf(rows)), [rows])
  const rest = useMemo(
    () => data.restHours.map(({ from, to }) => ({ from: minuteAt(from), to: minuteAt(to) })),
    [data.restHours],
  )
  const dropCrews = useMemo(
    () => shown.crews.map((crew) => dropCrewOf(crew, clock)),
    [shown.crews, clock],
  )
  const crewName = (id: number) => shown.crews.find((crew) => crew.id === id)?.name

  const announce = (text: string) => {
    if (said.current) textIn(said.current).data = text
  }
  const carry = useCarry({
    ...{ root, board, clock, now, pace, range, moves, actions, announce },
    shown: seen,
  })
  const carrying = carry.held !== null
  if (carrying !== handFull) setHandFull(carrying)
  useEffect(() => {
    hold.current = carrying
  }, [carrying])
  useDrag(root, carry.drag, rows.length > 0)

  const [menuFor, setMenuFor] = useState<number | null>(null)
  const menuAt = useRef<HTMLElement | null>(null)
  const byKey = (act: (visitId: number) => void) => (visitId: number) => {
    if (mayDispatch) act(visitId)
  }
  const work = {
    pickUp: byKey(carry.pickUp),
    takeOff: byKey((id) => {
      const visit = findVisit(shown, id)
      if (visit?.movable && visit.crewId !== null) actions.takeOff(visit)
    }),
    pin: byKey((id) => {
      const visit = findVisit(shown, id)
      if (visit?.movable && visit.crewId !== null) actions.pin(visit, !visit.pinned)
    }),
  }
  const closePanel = () => navigate(`/console/dispatch${search}`, { preventScrollReset: true })
  const walk = useWalk(root, {
    ...work,
    undo: () => mayDispatch && moves.undo(),
    help: () => dialog.current?.showModal(),
    closePanel,
    menu: byKey((id) => openMenu(id, root.current?.querySelector(`a[data-visit="${id}"]`))),
  })
  useHotkeys({
    u: walk.toTray,
    b: walk.toBoard,
    '?': () => dialog.current?.showModal(),
  })
  useEffect(() => {
    if (root.current) root.current.dataset.alive = ''
  }, [])
  const toPanel = useRef(false)
  useEffect(() => {
    if (!toPanel.current) return
    toPanel.current = false
    document.getElementById('panel-title')?.focus()
  }, [pathname])

  function openMenu(id: number, at: Element | null | undefined) {
    menuAt.current = at instanceof HTMLElement ? at : null
    setMenuFor(id)
  }

  /** Cards are plain links, three hundred of them: one listener takes them to the router. */
  function onClick(event: MouseEvent) {
    if (!(event.target instanceof Element)) return
    const button = event.target.closest<HTMLElement>('[data-menu]')
    if (button) return openMenu(Number(button.dataset.menu), button)
    const card = event.target.closest<HTMLAnchorElement>('a.stop, a.tray-link')
    if (!card || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    toPanel.current = event.detail === 0
    const { pathname: to } = new URL(card.href)
    navigate(`${to}${search || `?day=${day}`}`, { preventScrollReset: true })
  }

  function onContextMenu(event: MouseEvent) {
    if (!mayDispatch || !(event.target instanceof Element)) return
    const card = event.target.closest<HTMLElement>('a[data-visit]')
    if (!card) return
    event.preventDefault()
    openMenu(Number(card.dataset.visit), card)
  }

  const late = shown.crews.flatMap(({ visits }) => visits).filter(({ delay }) => delay === 'late')
  return (
    // Keys and clicks of the cards within, which are links and buttons themselves, come up to here.
    <div
      ref={root}
      role="presentation"
      className="board-page"
      onClick={onClick}
      onContextMenu={onContextMenu}
      onKeyDown={walk.onKeyDown}
      onFocus={walk.onFocus}
    >
      <DayHead
        {...data}
        counts={{
          crews: seen.crews.length,
          visits: seen.crews.reduce((sum, crew) => sum + crew.visits.length, 0),
          unassigned: shown.unassigned.length,
          late: late.length,
        }}
        chosen={filter.areas}
        live={<LiveMark standing={standing} />}
        help={() => dialog.current?.showModal()}
      />
      {strips}
      <Unsaved moves={moves} changes={state.changes} crewName={crewName} />
      <Dispatch
        tray={
          <Tray
            visits={tray}
            all={shown.unassigned.length}
            more={data.more}
            crews={dropCrews}
            at={{ now, pace }}
            nowIso={data.now}
            areas={data.areas}
            changes={state.changes}
            {...{ clock, day, current, fresh, filter, mayDispatch }}
          />
        }
        map={<BoardMap {...data.map} crews={seen.crews} unassigned={tray} proposed={proposed} />}
        legend={<Legend />}
        panel={panel}
      >
        {rows.length > 0 ? (
          <Board
            label={t('visits:dispatch.crewsLabel')}
            corner={t('visits:dispatch.crews')}
            rows={rows}
            range={range}
            rest={rest}
            now={now === null ? undefined : { at: now, label: clockTime(now) }}
            current={current}
            fresh={fresh}
            inside={board}
            foot={
              data.off.length > 0 && (
                <p className="off-today">
                  {t('visits:dispatch.off', { names: data.off.join(t('comma')) })}
                </p>
              )
            }
            words={{
              free: t('dispatch:crew.free'),
              off: t('dispatch:crew.off'),
              ...(mayDispatch ? { menu: t('dispatch:card.menu') } : {}),
            }}
          />
        ) : (
          <EmptyState title={t('visits:dispatch.noCrews')}>
            {t('visits:dispatch.noCrewsHint')}
          </EmptyState>
        )}
      </Dispatch>
      <Toasts moves={moves} notices={state.notices} crewName={crewName} />
      <CardMenu
        visit={menuFor === null ? null : (findVisit(shown, menuFor) ?? null)}
        search={search || `?day=${day}`}
        at={menuAt}
        work={work}
        onClose={() => setMenuFor(null)}
      />
      <KeysHelp dialog={dialog} />
      <p className="vh" aria-live="assertive" ref={said} />
    </div>
  )
}

const currentIn = (pathname: string) => {
  const [, id] = /\/dispatch\/visits\/(\d+)/.exec(pathname) ?? []
  return id === undefined ? undefined : Number(id)
}

const minuteAt = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

function spansOf(
  rows: readonly { working: BoardSpan[]; stops: { span: BoardSpan }[] }[],
): BoardSpan[] {
  return rows.flatMap(({ working, stops }) => [...working, ...stops.map(({ span }) => span)])
}
