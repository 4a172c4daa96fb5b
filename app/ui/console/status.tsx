import { type ReactNode } from 'react'

import { ConsoleIcon, type ConsoleIconName } from '../icons.tsx'
import { type Tone } from '../tone.ts'

export type StatusLook = { tone: Tone; icon: ConsoleIconName }

/** Every status has its own shape, so that colour is never needed. */
export const ticketStatusLook = {
  new: { tone: 'waiting', icon: 's-new' },
  triaged: { tone: 'waiting', icon: 's-triaged' },
  scheduled: { tone: 'active', icon: 's-sched' },
  in_progress: { tone: 'active', icon: 's-going' },
  paused: { tone: 'idle', icon: 's-pause' },
  resolved: { tone: 'done', icon: 's-ok' },
  closed: { tone: 'idle', icon: 's-closed' },
  cancelled: { tone: 'idle', icon: 's-cancel' },
} as const satisfies Record<string, StatusLook>

export const visitStatusLook = {
  proposed: { tone: 'waiting', icon: 's-new' },
  confirmed: { tone: 'waiting', icon: 's-plan' },
  on_the_way: { tone: 'active', icon: 's-way' },
  arrived: { tone: 'active', icon: 'pin' },
  working: { tone: 'active', icon: 's-going' },
  finished: { tone: 'done', icon: 's-ok' },
  cancelled: { tone: 'idle', icon: 's-cancel' },
} as const satisfies Record<string, StatusLook>

export function Status({
  tone,
  icon,
  children,
  filled,
}: StatusLook & { children: ReactNode; filled?: boolean }) {
  return (
    <span className={filled ? `st st-fill is-${tone}` : `st is-${tone}`}>
      <ConsoleIcon name={icon} />
      {children}
    </span>
  )
}

const bars = [
  { x: 0, y: 8, height: 4 },
  { x: 4, y: 5.4, height: 6.6 },
  { x: 8, y: 2.8, height: 9.2 },
  { x: 12, y: 0.2, height: 11.8 },
] as const

/** 1 is the gravest: all four bars. */
export function Severity({ level, label }: { level: 1 | 2 | 3 | 4; label: ReactNode }) {
  return (
    <span className={`sev sev-${level}`}>
      <svg viewBox="0 0 15 12" aria-hidden="true">
        {bars.map((bar, index) => (
          <rect key={bar.x} {...bar} width="3" className={index < 5 - level ? 'on' : undefined} />
        ))}
      </svg>
      {label}
    </span>
  )
}

export function Tag({ children, title }: { children: ReactNode; title?: string }) {
  return (
    <span className="tag" title={title}>
      {children}
    </span>
  )
}

const clockShapes = { over: 's-late', met: 'check', held: 's-pause' } as const

/** The ring is the share of the time used, in percent. */
export function ClockChip({
  state,
  used = 0,
  children,
  title,
}: {
  state: 'ok' | 'risk' | 'over' | 'met' | 'held'
  used?: number
  children: ReactNode
  title?: string
}) {
  return (
    <span className={`clock ${state}`} title={title}>
      {state === 'ok' || state === 'risk' ? (
        <Ring used={used} />
      ) : (
        <ConsoleIcon name={clockShapes[state]} />
      )}
      {children}
    </span>
  )
}

function Ring({ used }: { used: number }) {
  const share = Math.round(Math.min(100, Math.max(0, used)))
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <circle className="track" cx="8" cy="8" r="6" />
      <circle
        className="used"
        cx="8"
        cy="8"
        r="6"
        pathLength={100}
        strokeDasharray={`${share} 100`}
        transform="rotate(-90 8 8)"
      />
    </svg>
  )
}
