import { type ReactNode } from 'react'
import { ConsoleIcon, type ConsoleIconName } from '../icons.tsx'

export interface Figure {
  key: string
  term: ReactNode
  value: ReactNode
}

/** One line above the board: what is proposed, or how far the working out is. */
export function ProposalStrip({
  label,
  icon = 'spark',
  quiet,
  title,
  figures = [],
  progress,
  error,
  children,
}: {
  label: string
  icon?: ConsoleIconName
  /** Nothing is proposed yet. */
  quiet?: boolean
  title?: ReactNode
  figures?: readonly Figure[]
  progress?: { value: number; label: string }
  error?: ReactNode
  /** The buttons. */
  children: ReactNode
}) {
  return (
    <section className={quiet ? 'plan-strip plan-strip-quiet' : 'plan-strip'} aria-label={label}>
      {title && (
        <p className="plan-strip-title" role="status">
          <ConsoleIcon name={icon} />
          <b>{title}</b>
        </p>
      )}
      {progress && <progress max={1} value={progress.value} aria-label={progress.label} />}
      {figures.length > 0 && <Figures items={figures} />}
      {error && (
        <p className="plan-strip-error" role="alert">
          {error}
        </p>
      )}
      <div className="actions">{children}</div>
    </section>
  )
}

function Figures({ items }: { items: readonly Figure[] }) {
  return (
    <dl>
      {items.map(({ key, term, value }) => (
        <div key={key}>
          <dt>{term}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
