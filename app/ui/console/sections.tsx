import { useId, type ReactNode } from 'react'

import { ConsoleIcon, type ConsoleIconName } from '../icons.tsx'
import { A } from '../links.tsx'
import { type Tone } from '../tone.ts'

export function Section({
  title,
  right,
  id,
  label,
  hiddenTitle,
  children,
}: {
  title?: ReactNode
  right?: ReactNode
  id?: string
  label?: string
  hiddenTitle?: boolean
  children: ReactNode
}) {
  const own = useId()
  const titleId = id ?? own
  return (
    <section className="sec" aria-labelledby={title ? titleId : undefined} aria-label={label}>
      {title && (
        <h2 className={hiddenTitle ? 'vh' : 'sec-h'} id={titleId}>
          {title}
          {(right || right === 0) && <span className="r">{right}</span>}
        </h2>
      )}
      {children}
    </section>
  )
}

export function MatterHead({
  line,
  tags,
  title,
  titleId,
  level = 1,
  status,
  children,
}: {
  line: ReactNode
  tags?: ReactNode
  title: ReactNode
  titleId?: string
  /** 2 beside a list that has the page's own heading. */
  level?: 1 | 2
  status?: ReactNode
  children?: ReactNode
}) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <header className="sec">
      <p className="title">
        <span className="no">{line}</span>
        {tags}
      </p>
      <div className="title">
        <Heading className="matter-title" id={titleId}>
          {title}
        </Heading>
        {status}
      </div>
      {children && <div className="actions mt">{children}</div>}
    </header>
  )
}

/** What to do next: the one place with the accent. */
export function NextPanel({
  children,
  why,
  actions,
}: {
  children: ReactNode
  why?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className="next">
      <div>
        <p>{children}</p>
        {why && <p className="why">{why}</p>}
      </div>
      {actions && <div className="actions">{actions}</div>}
    </div>
  )
}

export function Clocks({
  items,
}: {
  items: { label: ReactNode; clock: ReactNode; goal?: ReactNode }[]
}) {
  return (
    <dl className="clocks mt">
      {items.map((item, index) => (
        <div key={index}>
          <dt>{item.label}</dt>
          <dd>
            {item.clock}
            {item.goal && <span className="goal">{item.goal}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

export function Facts({
  items,
  two,
}: {
  items: { term: ReactNode; children: ReactNode; hint?: ReactNode }[]
  two?: boolean
}) {
  return (
    <dl className={two ? 'facts facts-2' : 'facts'}>
      {items.map((item, index) => (
        <FactRow key={index} {...item} />
      ))}
    </dl>
  )
}

function FactRow({
  term,
  children,
  hint,
}: {
  term: ReactNode
  children: ReactNode
  hint?: ReactNode
}) {
  return (
    <>
      <dt>{term}</dt>
      <dd>
        {children}
        {hint && <span className="hint">{hint}</span>}
      </dd>
    </>
  )
}

export function Warn({
  tone = 'waiting',
  icon,
  children,
  alert,
}: {
  tone?: 'waiting' | 'bad' | 'good'
  icon: ConsoleIconName
  children: ReactNode
  alert?: boolean
}) {
  return (
    <div
      className={tone === 'waiting' ? 'warn' : `warn ${tone}`}
      role={alert ? 'alert' : undefined}
    >
      <ConsoleIcon name={icon} />
      <div>{children}</div>
    </div>
  )
}

export function PhotosGrid({
  items,
}: {
  /** With `whole` nothing of the picture is cut off. */
  items: { href: string; src: string; alt: string; caption?: ReactNode; whole?: boolean }[]
}) {
  return (
    <div className="photos">
      {items.map((photo) => (
        <figure key={photo.src}>
          <a href={photo.href}>
            <img
              className={photo.whole ? 'whole' : undefined}
              src={photo.src}
              alt={photo.alt}
              loading="lazy"
              decoding="async"
            />
          </a>
          {photo.caption && <figcaption>{photo.caption}</figcaption>}
        </figure>
      ))}
    </div>
  )
}

export type EventItem = {
  key?: string
  icon: ConsoleIconName
  tone?: Tone
  what: ReactNode
  by?: ReactNode
  change?: ReactNode
  at?: ReactNode
  /** Words for the dot: it is unread. */
  fresh?: string
}

export function Events({ items }: { items: EventItem[] }) {
  return (
    <ol className="events">
      {items.map((event, index) => (
        <li key={event.key ?? index} className={event.tone && `is-${event.tone}`}>
          <ConsoleIcon name={event.icon} />
          <div>
            {event.fresh && (
              <>
                <span className="new" title={event.fresh} />
                <span className="vh">{event.fresh} </span>
              </>
            )}
            <b>{event.what}</b> {event.by && <span className="by">{event.by}</span>}
            {event.change && (
              <>
                <br />
                <span className="change">{event.change}</span>
              </>
            )}
          </div>
          {event.at}
        </li>
      ))}
    </ol>
  )
}

export function Change({ from, to }: { from?: ReactNode; to: ReactNode }) {
  return (
    <>
      {from && (
        <>
          <del>{from}</del> →{' '}
        </>
      )}
      <ins>{to}</ins>
    </>
  )
}

/** Open matters in short, one under the other. */
export function MiniList({
  items,
}: {
  items: {
    /** Where the same address may stand twice. */
    key?: string
    href: string
    number: ReactNode
    status?: ReactNode
    text?: ReactNode
    foot?: ReactNode
    /** A form of its own. */
    action?: ReactNode
  }[]
}) {
  return (
    <ul className="mini">
      {items.map((item) => (
        <li key={item.key ?? item.href}>
          <p className="title">
            <A className="link" href={item.href}>
              {item.number}
            </A>
            {item.status}
          </p>
          {item.text && <p>{item.text}</p>}
          {item.foot && <p className="xs muted">{item.foot}</p>}
          {item.action}
        </li>
      ))}
    </ul>
  )
}
