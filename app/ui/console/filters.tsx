import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes } from 'react'

import { ConsoleIcon } from '../icons.tsx'
import { A, F, type FormProps } from '../links.tsx'
import { Kbd } from './page.tsx'

/** Filters live in the URL: a form that is sent with GET. */
export function FilterBar({
  label,
  children,
  ...rest
}: { label: string; children: ReactNode } & FormProps) {
  return (
    <F className="bar" role="search" aria-label={label} method="get" {...rest}>
      {children}
    </F>
  )
}

export function FilterChip({
  name,
  value,
  removeHref,
  removeLabel,
}: {
  name: ReactNode
  value: ReactNode
  removeHref: string
  removeLabel: string
}) {
  return (
    <span className="chip">
      {name} <b>{value}</b>
      <A className="chip-x" href={removeHref} aria-label={removeLabel}>
        <ConsoleIcon name="x" />
      </A>
    </span>
  )
}

/** A panel of further filters, opened in place. */
export function FilterAdd({
  label,
  keys,
  children,
}: {
  label: ReactNode
  keys?: string
  children: ReactNode
}) {
  return (
    <details className="chip-more">
      <summary className="chip chip-add">
        <ConsoleIcon name="plus" />
        {label}
        {keys && <Kbd>{keys}</Kbd>}
      </summary>
      <div className="chip-panel">{children}</div>
    </details>
  )
}

export function FilterSelect({
  label,
  children,
  ...rest
}: { label: ReactNode } & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <label className="chip chip-field">
      {label}
      <select {...rest}>{children}</select>
    </label>
  )
}

/** The browser's own choice of a day. */
export function FilterDay({
  label,
  ...rest
}: { label: ReactNode } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <label className="chip chip-field">
      {label}
      <input type="date" {...rest} />
    </label>
  )
}

export function FilterFind({
  label,
  keys,
  ...rest
}: { label: ReactNode; keys?: string } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <label className="chip chip-field">
      <ConsoleIcon name="search" />
      <span className="vh">{label}</span>
      <input type="search" enterKeyHint="search" {...rest} />
      {keys && <Kbd>{keys}</Kbd>}
    </label>
  )
}

/** Pushes what follows to the far end. */
export function Grow() {
  return <span className="grow" />
}
