import { type ReactNode } from 'react'

import { Icon } from '../icons.tsx'
import { A } from '../links.tsx'

export function NextStop({
  label,
  chip,
  time,
  planned,
  name,
  where,
  work,
  children,
}: {
  label: string
  chip: ReactNode
  time: ReactNode
  /** When to be there, if that is another time. */
  planned?: ReactNode
  name: ReactNode
  where: ReactNode
  work?: ReactNode
  children?: ReactNode
}) {
  return (
    <section className="next-stop" aria-label={label}>
      <div className="next-stop__head">
        {chip}
        <span className="next-stop__time num">
          <b>{time}</b>
          <small>{planned}</small>
        </span>
      </div>
      <h2>{name}</h2>
      <p>
        {where}
        {work && (
          <>
            <br />
            <span className="muted">{work}</span>
          </>
        )}
      </p>
      {children}
    </section>
  )
}

/** What is to be done before the next stop: somebody is to be called. */
export function CallTask({
  id,
  title,
  children,
}: {
  id: string
  title: ReactNode
  children: ReactNode
}) {
  return (
    <section className="call-task" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

export type Stop = {
  key: string
  from: ReactNode
  to: ReactNode
  /** When to be there, if that is another time. */
  planned?: ReactNode
  href: string
  who: ReactNode
  where: ReactNode
  chip: ReactNode
  call?: { href: string; label: ReactNode }
}

export function Stops({ items }: { items: Stop[] }) {
  return (
    <ol className="stops">
      {items.map((stop) => (
        <li key={stop.key}>
          <span className="stops__time">
            <time>{stop.from}</time>
            <small>
              <time>{stop.to}</time>
            </small>
            <small className="stops__planned">{stop.planned}</small>
          </span>
          <div>
            <A className="stops__who" href={stop.href}>
              {stop.who}
            </A>
            <p className="stops__where">{stop.where}</p>
            {stop.chip}
          </div>
          {stop.call && (
            <a className="button button--icon" href={stop.call.href}>
              <Icon name="phone" />
              <span className="hidden-text">{stop.call.label}</span>
            </a>
          )}
        </li>
      ))}
    </ol>
  )
}
