import { useMemo } from 'react'
import type { VisitStatus } from '#db/vocabulary/visits.ts'
import type { Delay } from '#app/domain/visits/forecast.ts'
import type { Format } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/keys.ts'
import { useWords } from '#app/i18n/use-words.ts'
import type { BoardRow } from '#app/ui/console/board.tsx'
import type { BoardLeg, BoardMark, BoardStop } from '#app/ui/console/board-card.tsx'
import { type StatusLook, visitStatusLook } from '#app/ui/console/status.tsx'
import type { DayClock } from './board-day.ts'
import type { BoardCrew, BoardVisit } from './board-view.server.ts'
import type { Change } from './moves.ts'

const delayLook = {
  uncalled: { tone: 'waiting', icon: 'call' },
  risk: { tone: 'waiting', icon: 's-risk' },
  over: { tone: 'trouble', icon: 's-late' },
  late: { tone: 'trouble', icon: 's-late' },
} as const satisfies Record<Exclude<Delay, 'none'>, StatusLook>

export const lookOf = (status: VisitStatus, delay: Delay): StatusLook =>
  delay === 'none'
    ? status === 'confirmed'
      ? { tone: 'idle', icon: 's-plan' }
      : visitStatusLook[status]
    : delayLook[delay]

/** What a plan would put on a crew. */
export interface Proposed {
  visitId: number
  crewId: number
  start: string
  end: string
  name: string
  work: string
  href: string
}

interface Told {
  t: Translate
  format: Format
  clock: DayClock
}

/** Crews and their visits in the reader's words; a crew that hasn't changed keeps its row. */
export function useBoardRows(
  crews: readonly BoardCrew[],
  {
    clock,
    day,
    proposed,
    changes,
  }: {
    clock: DayClock
    day: string
    proposed: readonly Proposed[]
    changes: readonly Change[]
  },
): BoardRow[] {
  const { t, format, locale } = useWords()
  const kept = useMemo(
    () => new Map<number, { crew: BoardCrew; marks: string; row: BoardRow }>(),
    [locale, day],
  )
  return crews.map((crew) => {
    const mine = proposed.filter(({ crewId }) => crewId === crew.id)
    const open = changes.filter(
      ({ visitId, state }) => state !== 'saved' && crew.visits.some(({ id }) => id === visitId),
    )
    const marks = JSON.stringify([mine, open.map(({ visitId, state }) => [visitId, state])])
    const old = kept.get(crew.id)
    if (old?.crew === crew && old.marks === marks) return old.row
    const row = rowOf(crew, { told: { t, format, clock }, day, proposed: mine, open })
    kept.set(crew.id, { crew, marks, row })
    return row
  })
}

function rowOf(
  crew: BoardCrew,
  {
    told,
    day,
    proposed,
    open,
  }: { told: Told; day: string; proposed: readonly Proposed[]; open: readonly Change[] },
): BoardRow {
  const { t, clock } = told
  const km = Math.round(crew.travelKm)
  const load = t('dispatch:crew.load', { count: crew.visits.length, km })
  return {
    key: String(crew.id),
    name: crew.name,
    under: crew.members.join(t('comma')) || load,
    title: [load, ...crew.members].join(t('comma')),
    working: crew.working.map(({ start, end }) => ({
      from: clock.minuteOf(start),
      to: clock.minuteOf(end),
    })),
    stops: [
      ...crew.visits.map((visit) =>
        stopOf(visit, told, { day, change: open.findLast((one) => one.visitId === visit.id) }),
      ),
      ...proposed.map((one) => proposalOf(one, told)),
    ],
    legs: legsOf(crew, told),
  }
}

function stopOf(
  visit: BoardVisit,
  { t, format, clock }: Told,
  { day, change }: { day: string; change: Change | undefined },
): BoardStop {
  const { status, delay } = visit
  const delayed = delay === 'none' ? null : delayWords(visit, t, format)
  const saving = change?.state === 'failed' ? 'failed' : change ? 'saving' : undefined
  const end = clock.minuteOf(visit.end!)
  const expectedEnd = visit.expectedEnd ? clock.minuteOf(visit.expectedEnd) : end
  return {
    key: String(visit.id),
    visit: visit.id,
    href: `/console/dispatch/visits/${visit.id}?day=${day}`,
    span: { from: clock.minuteOf(visit.start!), to: end },
    look: lookOf(status, delay),
    kind: 'visit',
    movable: visit.movable,
    label: [
      delayed ?? t(`words:visitStatus.${status}`),
      saving && t(saving === 'failed' ? 'dispatch:card.unsaved' : 'dispatch:card.saving'),
    ]
      .filter(Boolean)
      .join(t('comma')),
    time: format.span(visit.start!, visit.end!),
    name: visit.name,
    what: saving === 'failed' ? t('dispatch:card.unsaved') : (delayed ?? visit.work),
    marks: marksOf(visit, t, format),
    ...(delay === 'over' && expectedEnd > end ? { over: { from: end, to: expectedEnd } } : {}),
    ...(saving ? { saving } : {}),
  }
}

function delayWords(visit: BoardVisit, t: Translate, format: Format): string {
  const minutes = visit.lateMinutes
  switch (visit.delay) {
    case 'late':
      return t('dispatch:card.late', { minutes })
    case 'over':
      return t('dispatch:card.over', { minutes })
    case 'risk':
      return t('dispatch:card.expected', {
        time: visit.expected ? format.time(visit.expected) : '',
      })
    case 'uncalled':
      return t('dispatch:card.uncalled')
    case 'none':
      return ''
  }
}

const markIcons = { parts_short: 'box', site_not_ready: 'home' } as const

/** What else there is to know, each with its own shape. */
export function marksOf(visit: BoardVisit, t: Translate, format: Format): BoardMark[] {
  const words = {
    parts_short: t('dispatch:card.partsShort'),
    site_not_ready: t('dispatch:card.siteNotReady'),
  }
  return [
    ...(visit.resting ? [{ icon: 's-pause' as const, label: t('dispatch:card.resting') }] : []),
    ...(visit.told
      ? [
          {
            icon: 'speech' as const,
            label: t('dispatch:card.told', { time: format.time(visit.told) }),
          },
        ]
      : []),
    ...visit.marks.map(({ kind, note }) => ({
      icon: markIcons[kind],
      label: note ? `${words[kind]}: ${note}` : words[kind],
    })),
    ...(visit.stranded ? [{ icon: 'alert' as const, label: t('dispatch:card.stranded') }] : []),
    ...(visit.overbooked
      ? [{ icon: 'people' as const, label: t('dispatch:card.overbooked') }]
      : []),
    ...(visit.urgent ? [{ icon: 'flag' as const, label: t('dispatch:card.urgent') }] : []),
    ...(visit.linked ? [{ icon: 'merge' as const, label: t('dispatch:card.linked') }] : []),
    ...(visit.pinned ? [{ icon: 'tack' as const, label: t('dispatch:card.pinned') }] : []),
  ]
}

function proposalOf(one: Proposed, { t, format, clock }: Told): BoardStop {
  return {
    key: `proposed-${one.visitId}`,
    href: one.href,
    span: { from: clock.minuteOf(one.start), to: clock.minuteOf(one.end) },
    look: { tone: 'idle', icon: 'spark' },
    kind: 'proposal',
    movable: false,
    label: t('dispatch:card.proposal'),
    time: format.span(one.start, one.end),
    name: one.name,
    what: one.work,
    marks: [],
  }
}

/** The ways between one stop and the next, where there is a way to go. */
function legsOf(crew: BoardCrew, { t, clock }: Told): BoardLeg[] {
  return crew.visits.flatMap((visit, i) => {
    const before = crew.visits[i - 1]
    if (!before || !visit.way) return []
    const [from, to] = [clock.minuteOf(before.end!), clock.minuteOf(visit.start!)]
    const gap = to - from
    const short = gap < visit.way
    const minutes = visit.way
    return [
      {
        to: visit.id,
        // Where there is time to spare, the way is drawn where it leads.
        span:
          gap > 0
            ? { from: Math.max(from, to - Math.max(minutes, 25)), to }
            : { from, to: from + 5 },
        minutes,
        short,
        label: short
          ? t('dispatch:card.wayShort', { minutes, gap: Math.max(0, gap) })
          : t('dispatch:card.way', { minutes }),
      },
    ]
  })
}
