import { type FormHTMLAttributes, type ReactNode } from 'react'

import { Icon } from '../icons.tsx'
import { A } from '../links.tsx'

export type NavLink = { href: string; label: ReactNode; current?: boolean }

export function SkipLink({ children, href = '#main' }: { children: ReactNode; href?: string }) {
  return (
    <a className="skip" href={href}>
      {children}
    </a>
  )
}

export function SiteHeader({
  brand,
  shop,
  homeHref,
  homeLabel,
  navLabel,
  nav,
  languageSwitch,
  account,
}: {
  brand: ReactNode
  shop?: ReactNode
  homeHref: string
  homeLabel: string
  navLabel: string
  nav: NavLink[]
  languageSwitch?: ReactNode
  account?: NavLink
}) {
  return (
    <header className="site-header">
      <div className="wrap">
        <a className="brand" href={homeHref} aria-label={homeLabel}>
          <Icon name="mark" />
          {brand}
          {shop && <span className="brand__shop">{shop}</span>}
        </a>
        <nav className="site-header__nav" aria-label={navLabel}>
          {nav.map((link) => (
            <a key={link.href} href={link.href} aria-current={link.current ? 'page' : undefined}>
              {link.label}
            </a>
          ))}
        </nav>
        {languageSwitch}
        {account && (
          <a
            className="site-header__me"
            href={account.href}
            aria-current={account.current ? 'page' : undefined}
          >
            <Icon name="user" />
            <span>{account.label}</span>
          </a>
        )}
      </div>
    </header>
  )
}

export function SiteFooter({
  hotlineLabel,
  hotlineNumber,
  hotlineHref,
  hotlineHours,
  links,
  note,
}: {
  hotlineLabel: ReactNode
  hotlineNumber: string
  hotlineHref: string
  hotlineHours: ReactNode
  links: NavLink[]
  note?: ReactNode
}) {
  return (
    <footer className="site-footer">
      <div className="wrap">
        <div>
          <p>
            {hotlineLabel} <a href={hotlineHref}>{hotlineNumber}</a>
            {hotlineHours}
          </p>
          <ul className="links">
            {links.map((link) => (
              <li key={link.href}>
                <a href={link.href}>{link.label}</a>
              </li>
            ))}
          </ul>
        </div>
        {note && <p className="site-footer__note">{note}</p>}
      </div>
    </footer>
  )
}

export function Page({ children }: { children: ReactNode }) {
  return (
    <main id="main">
      <div className="wrap page">{children}</div>
    </main>
  )
}

export function Columns({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <div className="columns">
      {children}
      {aside}
    </div>
  )
}

export function TalkAside({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <aside className="small muted">
      <p className="aside__title">{title}</p>
      <p>{children}</p>
    </aside>
  )
}

export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <A className="back" href={href}>
      <Icon name="back" size="sm" />
      {children}
    </A>
  )
}

export function Lede({ children }: { children: ReactNode }) {
  return <p className="lede">{children}</p>
}

/** A Chinese heading that breaks between its clauses. */
export function Clauses({ of }: { of: string[] }) {
  return of.map((clause) => (
    <span className="clause" key={clause}>
      {clause}
    </span>
  ))
}

export function Panel({ children }: { children: ReactNode }) {
  return <div className="panel">{children}</div>
}

export function Stack({ children, gap }: { children: ReactNode; gap?: 'large' }) {
  return <div className={gap === 'large' ? 'stack-lg' : 'stack'}>{children}</div>
}

export function FormStack({ children, ...rest }: FormHTMLAttributes<HTMLFormElement>) {
  return (
    <form className="stack-lg" method="post" noValidate {...rest}>
      {children}
    </form>
  )
}
