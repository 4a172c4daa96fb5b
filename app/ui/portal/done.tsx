import { type ReactNode } from 'react'

import { Icon } from '../icons.tsx'

/** The confirmation: what was done, the number to keep, what happens next. */
export function Done({
  title,
  numberLabel,
  number,
  children,
}: {
  title: ReactNode
  numberLabel: ReactNode
  number: string
  children?: ReactNode
}) {
  return (
    <div className="done">
      <Icon name="done" size="lg" />
      <h1>{title}</h1>
      <p className="done__number">
        {numberLabel} <b className="num">{number}</b>
      </p>
      {children}
    </div>
  )
}
