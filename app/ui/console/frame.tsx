import { type ButtonHTMLAttributes, type ReactNode } from 'react'

import { ConsoleIcon, type ConsoleIconName } from '../icons.tsx'
import { A, UiLinks, type FormComponent, type LinkComponent } from '../links.tsx'
import { Kbd } from './page.tsx'

export type NavItem = {
  href: string
  label: string
  icon: ConsoleIconName
  count?: number | string
  /** The count is of things gone wrong. */
  bad?: boolean
  current?: boolean
  sub?: NavItem[]
  subLabel?: string
}

export function ConsoleFrame({
  brand,
  brandLabel,
  brandHref,
  navLabel,
  skip,
  nav,
  find,
  foot,
  linkAs,
  formAs,
  children,
  after,
}: {
  brand: ReactNode
  brandLabel: string
  brandHref: string
  navLabel: string
  skip: ReactNode
  nav: NavItem[]
  find?: { label: string; words: ReactNode; keys?: string; target: string }
  foot?: ReactNode
  linkAs?: LinkComponent
  formAs?: FormComponent
  children: ReactNode
  after?: ReactNode
}) {
  return (
    <UiLinks link={linkAs} form={formAs}>
      <div className="console console--rail">
        <a className="skip" href="#main">
          {skip}
        </a>
        <nav className="rail" aria-label={navLabel}>
          <A className="rail-brand" href={brandHref} aria-label={brandLabel}>
            <ConsoleIcon name="mark" />
            <span className="t">{brand}</span>
          </A>
          {find && <FindButton {...find} />}
          <ul>
            {nav.map((item) => (
              <li key={item.href}>
                <RailLink item={item} />
                {item.sub && item.sub.length > 0 && (
                  <ul className="rail-sub" aria-label={item.subLabel}>
                    {item.sub.map((sub) => (
                      <li key={sub.href}>
                        <RailLink item={sub} small />
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
          {foot && <div className="rail-foot">{foot}</div>}
        </nav>
        <main id="main">{children}</main>
        {after}
      </div>
    </UiLinks>
  )
}

function RailLink({ item, small }: { item: NavItem; small?: boolean }) {
  const current = small ? 'true' : 'page'
  return (
    <A href={item.href} title={item.label} aria-current={item.current ? current : undefined}>
      <ConsoleIcon name={item.icon} small={small} />
      <span className="t">{item.label}</span>
      {item.count !== undefined && <span className={item.bad ? 'n bad' : 'n'}>{item.count}</span>}
    </A>
  )
}

/** Opens the popover with the id `target` without a script. */
function FindButton({
  label,
  words,
  keys,
  target,
}: {
  label: string
  words: ReactNode
  keys?: string
  target: string
}) {
  const opens = { popovertarget: target }
  return (
    <button className="rail-find" type="button" aria-label={label} {...opens}>
      <ConsoleIcon name="search" small />
      <span className="t">{words}</span>
      {keys && <Kbd>{keys}</Kbd>}
    </button>
  )
}

/** One thing in the rail's foot: who is signed in, a way out. */
export function RailFootLink({
  href,
  label,
  icon,
}: {
  href: string
  label: string
  icon: ConsoleIconName
}) {
  return (
    <A href={href} title={label}>
      <ConsoleIcon name={icon} />
      <span className="t">{label}</span>
    </A>
  )
}

export function RailFootButton({
  label,
  icon,
  ...rest
}: { label: string; icon: ConsoleIconName } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button title={label} {...rest}>
      <ConsoleIcon name={icon} />
      <span className="t">{label}</span>
    </button>
  )
}

/** A page without the rail: signing in, setting a password. */
export function ConsoleDoor({
  brand,
  title,
  children,
  foot,
}: {
  brand: ReactNode
  title: ReactNode
  children: ReactNode
  foot?: ReactNode
}) {
  return (
    <div className="console door">
      <header className="door-brand">
        <ConsoleIcon name="mark" />
        {brand}
      </header>
      <main id="main" className="door-card">
        <h1>{title}</h1>
        {children}
      </main>
      {foot && <footer className="door-foot">{foot}</footer>}
    </div>
  )
}
