import type { ReactNode } from 'react'

/**
 * What stands above the sheets on a screen and never on paper: the way back, and how to print. The button needs the
 * script that shows it.
 */
export function PaperBar({
  label,
  back,
  print,
  how,
  children,
}: {
  label: string
  back: { href: string; label: ReactNode }
  print: ReactNode
  /** For a browser without script. */
  how: ReactNode
  /** What else is offered: other papers of the same day. */
  children?: ReactNode
}) {
  return (
    <nav className="paper-bar" aria-label={label}>
      <a href={back.href}>{back.label}</a>
      {children}
      <button type="button" data-print data-needs-script hidden>
        {print}
      </button>
      <span data-needs-no-script>{how}</span>
    </nav>
  )
}
