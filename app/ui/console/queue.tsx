import { type MouseEvent, type ReactNode } from 'react'

import { A } from '../links.tsx'

export function QueueHead({
  children,
  keys,
  select,
}: {
  children: ReactNode
  keys?: ReactNode
  select?: ReactNode
}) {
  return (
    <div className="q-head">
      {select}
      <span>{children}</span>
      <span className="grow" />
      {keys && <span className="no-phone">{keys}</span>}
    </div>
  )
}

/** Stays in sight while the list below it scrolls. */
export function QueueTop({ children }: { children: ReactNode }) {
  return <div className="q-top">{children}</div>
}

export function QueueList({ children }: { children: ReactNode }) {
  return <ol className="q">{children}</ol>
}

export function QueueItem({
  href,
  title,
  current,
  fresh,
  select,
  status,
  who,
  place,
  kind,
  severity,
  clock,
  age,
  children,
}: {
  href: string
  title: ReactNode
  current?: boolean
  /** Words for the dot: something in it is unread. */
  fresh?: string
  select?: {
    name: string
    value: string
    label: string
    form?: string
    checked?: boolean
    /** Chosen or not; with `range`, everything from the one chosen last. */
    onPick?: (range: boolean) => void
  }
  status: ReactNode
  who?: ReactNode
  place?: ReactNode
  kind?: ReactNode
  severity?: ReactNode
  clock?: ReactNode
  age?: ReactNode
  /** A line of its own below. */
  children?: ReactNode
}) {
  return (
    <li className={[current && 'on', !select && 'plain'].filter(Boolean).join(' ') || undefined}>
      {select && (
        <label className="pick">
          <span className="vh">{select.label}</span>
          <input
            type="checkbox"
            name={select.name}
            value={select.value}
            form={select.form}
            checked={select.checked}
            autoComplete="off"
            onChange={(event) =>
              select.onPick?.((event.nativeEvent as unknown as MouseEvent).shiftKey)
            }
          />
        </label>
      )}
      <div>
        <p className="l1">
          {fresh && (
            <>
              <span className="new" title={fresh} />
              <span className="vh">{fresh}</span>
            </>
          )}
          <A className="clip" href={href} aria-current={current ? 'true' : undefined}>
            {title}
          </A>
          {clock}
        </p>
        <p className="l2">
          {status}
          {who && <span className="clip">{who}</span>}
          {kind && <span className="nowrap">{kind}</span>}
          {severity}
          {place && <span className="place">{place}</span>}
          {age && <span className="age">{age}</span>}
        </p>
        {children}
      </div>
    </li>
  )
}
