import { type ReactNode } from 'react'

import { Icon, type IconName } from '../icons.tsx'
import { type Tone } from '../tone.ts'

/** Colour, shape and word together. */
export function Chip({
  tone,
  icon,
  children,
}: {
  tone: Tone
  icon: IconName
  children: ReactNode
}) {
  return (
    <span className={`chip is-${tone}`}>
      <Icon name={icon} />
      {children}
    </span>
  )
}

/** With `alert` it is spoken at once and takes focus when a script asks it to. */
export function Notice({
  tone,
  icon,
  children,
  alert,
  id,
}: {
  tone?: 'waiting' | 'trouble' | 'done'
  icon: IconName
  children: ReactNode
  alert?: boolean
  id?: string
}) {
  const classes = ['notice', tone && `is-${tone}`, alert && 'notice--alert']
  return (
    <div
      className={classes.filter(Boolean).join(' ')}
      id={id}
      role={alert ? 'alert' : undefined}
      tabIndex={alert ? -1 : undefined}
    >
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  )
}
