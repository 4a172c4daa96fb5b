import { type ReactNode, type SyntheticEvent, useEffect, useRef } from 'react'
import { Icon, type IconName } from '#app/ui/icons.tsx'
import { useReplyTo } from './visit-form.tsx'

/** One thing that may come in between: a line that opens into its form. */
export function Way({
  title,
  icon,
  of,
  group = 'unplanned',
  children,
}: {
  title: ReactNode
  icon: IconName
  /** The id of its form: it stands open when that form comes back with something to put right. */
  of: string
  /** Only one of a group is open. */
  group?: string
  children: ReactNode
}) {
  const answered = useReplyTo(of) !== undefined
  return (
    <details className="turn" name={group} open={answered || undefined} onToggle={showAll}>
      <summary>
        <Icon name={icon} />
        <span>{title}</span>
        <Icon name="next" size="sm" />
      </summary>
      <div className="turn__body">{children}</div>
    </details>
  )
}

/** What was opened stands at the top, so that its form is seen whole. */
function showAll({ currentTarget: way }: SyntheticEvent<HTMLDetailsElement>) {
  if (!way.open) return
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  way.scrollIntoView({ block: 'start', behavior: still ? 'auto' : 'smooth' })
}

/** All of them behind one calm line; it folds when what was recorded shows on the page. */
export function Ways({
  id,
  title,
  open,
  recorded,
  children,
}: {
  id?: string
  title: ReactNode
  open: boolean
  /** Changes with what was recorded. */
  recorded: string
  children: ReactNode
}) {
  const box = useRef<HTMLDetailsElement>(null)
  const before = useRef(recorded)
  useEffect(() => {
    if (before.current === recorded || !box.current) return
    before.current = recorded
    for (const details of [box.current, ...box.current.querySelectorAll('details')]) {
      details.open = false
    }
    window.scrollTo({ top: 0 })
  }, [recorded])
  return (
    <details className="unplanned" id={id} ref={box} open={open || undefined}>
      <summary>{title}</summary>
      <div className="unplanned__list">{children}</div>
    </details>
  )
}
