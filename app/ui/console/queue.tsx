import { type ReactNode } from 'react'

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
}: {
  href: string
  title: ReactNode
  current?: boolean
  /** Words for the dot: something in it is unread. */
  fresh?: string
  select?: { name: string; value: string; label: string; form?: string; defaultChecked?: boolean }
  status: ReactNode
  who?: ReactNode
  place?: ReactNode
  kind?: ReactNode
  severity?: ReactNode
  clock?: ReactNode
  age?: ReactNode
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
            defaultChecked={select.defaultChecked}
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
        </p>
        <p className="l2">
          {status}
          {who && <span className="nowrap">{who}</span>}
          {place && <span className="clip wide">{place}</span>}
          {kind && <span className="nowrap">{kind}</span>}
          {severity}
        </p>
      </div>
      <div className="r">
        {clock}
        {age && <span className="who">{age}</span>}
      </div>
    </li>
  )
}
