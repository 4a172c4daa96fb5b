import { type ReactNode } from 'react'

import { ConsoleIcon } from '../icons.tsx'
import { A } from '../links.tsx'

export function Kbd({ children }: { children: ReactNode }) {
  return <kbd>{children}</kbd>
}

export function PageHead({
  title,
  crumb,
  sub,
  children,
}: {
  title?: ReactNode
  crumb?: ReactNode
  sub?: ReactNode
  children?: ReactNode
}) {
  return (
    <header className="head">
      {crumb}
      {title && <h1>{title}</h1>}
      {sub && <span className="sub">{sub}</span>}
      {children && <div className="actions">{children}</div>}
    </header>
  )
}

export function Crumb({
  label,
  items,
}: {
  label: string
  items: { href?: string; label: ReactNode }[]
}) {
  return (
    <nav className="crumb" aria-label={label}>
      {items.map((item, index) => (
        <span className="crumb" key={index}>
          {index > 0 && <ConsoleIcon name="right" small />}
          {item.href ? <A href={item.href}>{item.label}</A> : <span>{item.label}</span>}
        </span>
      ))}
    </nav>
  )
}

export function Actions({ children, foot }: { children: ReactNode; foot?: boolean }) {
  return <div className={foot ? 'sec actions foot' : 'actions'}>{children}</div>
}

/** Says what to do instead. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action}
    </div>
  )
}

export function Pager({
  label,
  prev,
  next,
  text,
}: {
  label: string
  prev?: { href: string; label: ReactNode }
  next?: { href: string; label: ReactNode }
  text?: ReactNode
}) {
  return (
    <nav className="pager" aria-label={label}>
      {prev && (
        <A className="btn" href={prev.href} rel="prev">
          {prev.label}
        </A>
      )}
      {text && <span>{text}</span>}
      {next && (
        <A className="btn" href={next.href} rel="next">
          {next.label}
        </A>
      )}
    </nav>
  )
}

/** A time as distance; the exact one on hover, and while its row has the keyboard's focus. */
export function Ago({ iso, exact, children }: { iso: string; exact: string; children: ReactNode }) {
  return (
    <time className="ago" dateTime={iso} title={exact}>
      {children}
    </time>
  )
}
