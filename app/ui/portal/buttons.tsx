import { type AnchorHTMLAttributes, type ButtonHTMLAttributes, type ReactNode } from 'react'

import { Icon, type IconName } from '../icons.tsx'
import { A } from '../links.tsx'

type Look = {
  variant?: 'plain' | 'primary' | 'danger' | 'icon'
  icon?: IconName
  big?: boolean
  /** Small words after the button's own: what it still waits for. */
  note?: ReactNode
  /** Read out where there is only an icon. */
  label?: ReactNode
}

function classesOf({ variant = 'plain', big }: Look, more?: string) {
  const classes = ['button', variant !== 'plain' && `button--${variant}`, big && 'big', more]
  return classes.filter(Boolean).join(' ')
}

function inside({ icon, note, label }: Look, children: ReactNode) {
  return (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {label && <span className="hidden-text">{label}</span>}
      {note && <small>{note}</small>}
    </>
  )
}

export function Button({
  variant,
  icon,
  big,
  note,
  label,
  className,
  children,
  ...rest
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  const look = { variant, icon, big, note, label }
  return (
    <button className={classesOf(look, className)} {...rest}>
      {inside(look, children)}
    </button>
  )
}

export function ButtonLink({
  variant,
  icon,
  big,
  note,
  label,
  className,
  children,
  ...rest
}: Look & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const look = { variant, icon, big, note, label }
  return (
    <A className={classesOf(look, className)} {...rest}>
      {inside(look, children)}
    </A>
  )
}

/** A button that looks like a link. */
export function TextButton({
  icon,
  children,
  ...rest
}: { icon?: IconName } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button className="link" {...rest}>
      {icon && <Icon name={icon} size="sm" />}
      {children}
    </button>
  )
}

export function Actions({ children, end }: { children: ReactNode; end?: boolean }) {
  return <div className={end ? 'actions actions--end' : 'actions'}>{children}</div>
}

/** Kept under the thumb: what is chosen and the one next step. */
export function Bar({ children, action }: { children?: ReactNode; action: ReactNode }) {
  return (
    <div className="bar">
      {children}
      {action}
    </div>
  )
}
