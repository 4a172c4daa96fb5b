import { type AnchorHTMLAttributes, type ButtonHTMLAttributes, type ReactNode } from 'react'

import { ConsoleIcon, type ConsoleIconName } from '../icons.tsx'
import { A } from '../links.tsx'
import { Kbd } from './page.tsx'

type Look = {
  /** `go` marks the next step, and nothing else. */
  variant?: 'plain' | 'go' | 'quiet' | 'bad'
  size?: 'lg' | 'in'
  icon?: ConsoleIconName
  iconEnd?: ConsoleIconName
  keys?: string
  /** Read out where there is only an icon. */
  label?: string
}

function classesOf({ variant = 'plain', size, label }: Look, more?: string) {
  const classes = [
    'btn',
    variant !== 'plain' && `btn-${variant}`,
    size && `btn-${size}`,
    label && 'btn-icon',
    more,
  ]
  return classes.filter(Boolean).join(' ')
}

function inside({ icon, iconEnd, keys, label }: Look, children: ReactNode) {
  return (
    <>
      {icon && <ConsoleIcon name={icon} />}
      {children}
      {label && <span className="vh">{label}</span>}
      {iconEnd && <ConsoleIcon name={iconEnd} />}
      {keys && <Kbd>{keys}</Kbd>}
    </>
  )
}

export function Btn({
  variant,
  size,
  icon,
  iconEnd,
  keys,
  label,
  className,
  children,
  ...rest
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  const look = { variant, size, icon, iconEnd, keys, label }
  return (
    <button className={classesOf(look, className)} title={label} {...rest}>
      {inside(look, children)}
    </button>
  )
}

export function BtnLink({
  variant,
  size,
  icon,
  iconEnd,
  keys,
  label,
  className,
  children,
  ...rest
}: Look & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const look = { variant, size, icon, iconEnd, keys, label }
  return (
    <A className={classesOf(look, className)} title={label} {...rest}>
      {inside(look, children)}
    </A>
  )
}

export function TextLink({
  children,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return (
    <A className="link" {...rest}>
      {children}
    </A>
  )
}
