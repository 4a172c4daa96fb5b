import { consoleShapes } from './icons/console.tsx'
import { portalShapes } from './icons/portal.tsx'

export type IconName = keyof typeof portalShapes
export type ConsoleIconName = keyof typeof consoleShapes

export function Icon({
  name,
  size,
  className,
}: {
  name: IconName
  size?: 'sm' | 'lg'
  className?: string
}) {
  const classes = ['icon', size && `icon--${size}`, className].filter(Boolean).join(' ')
  return (
    <svg className={classes} viewBox="0 0 24 24" aria-hidden="true">
      {portalShapes[name]}
    </svg>
  )
}

export function ConsoleIcon({
  name,
  small,
  className,
}: {
  name: ConsoleIconName
  small?: boolean
  className?: string
}) {
  const classes = ['i', small && 'i-s', className].filter(Boolean).join(' ')
  return (
    <svg className={classes} viewBox="0 0 20 20" aria-hidden="true">
      {consoleShapes[name]}
    </svg>
  )
}
