import { type ReactNode } from 'react'

import { Icon, type IconName } from '../icons.tsx'
import { A } from '../links.tsx'

/** @param person whose pages these are, for whoever keeps them on the phone */
export function CrewFrame({ person, children }: { person?: string; children: ReactNode }) {
  return (
    <div className="crew" data-person={person}>
      {children}
    </div>
  )
}

export function CrewTop({
  back,
  title,
  right,
}: {
  back?: { href: string; label: ReactNode }
  title?: ReactNode
  right?: ReactNode
}) {
  return (
    <div className="crew-top">
      <div className="wrap">
        {back ? (
          <A className="back" href={back.href}>
            <Icon name="back" />
            {back.label}
          </A>
        ) : (
          <Icon name="mark" />
        )}
        {title && <b>{title}</b>}
        {right && <span className="muted">{right}</span>}
      </div>
    </div>
  )
}

export function CrewPage({ children, stack }: { children: ReactNode; stack?: boolean }) {
  return (
    <main id="main">
      <div className="wrap page">{stack ? <div className="stack">{children}</div> : children}</div>
    </main>
  )
}

/** What isn't sent yet is said on top of every page. */
export function UnsentBanner({
  title,
  text,
  action,
  trouble = false,
  icon = trouble ? 'alert' : 'send',
}: {
  title: ReactNode
  text?: ReactNode
  action?: ReactNode
  trouble?: boolean
  icon?: IconName
}) {
  return (
    <div
      className={trouble ? 'unsent unsent--trouble' : 'unsent'}
      role={trouble ? 'alert' : 'status'}
    >
      <div className="wrap">
        <Icon name={icon} />
        <span>
          {title}
          {text && <small>{text}</small>}
        </span>
        {action}
      </div>
    </div>
  )
}

/** What was sent and not taken, each with the way to put it aside. */
export function UnsentList({
  title,
  items,
}: {
  title: ReactNode
  items: { key: string; children: ReactNode }[]
}) {
  return (
    <div className="unsent unsent--trouble" role="alert">
      <div className="wrap">
        <Icon name="alert" />
        <span>{title}</span>
      </div>
      <ul className="wrap">
        {items.map(({ key, children }) => (
          <li key={key}>{children}</li>
        ))}
      </ul>
    </div>
  )
}

export function Tabs({
  label,
  items,
}: {
  label: string
  items: { href: string; icon: IconName; label: ReactNode; current?: boolean }[]
}) {
  return (
    <nav className="tabs" aria-label={label}>
      <div className="wrap">
        <ul className="row">
          {items.map((tab) => (
            <li key={tab.href}>
              <A href={tab.href} aria-current={tab.current ? 'page' : undefined}>
                <Icon name={tab.icon} />
                {tab.label}
              </A>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  )
}
