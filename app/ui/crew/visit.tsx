import { type ButtonHTMLAttributes, type InputHTMLAttributes, type ReactNode } from 'react'

import { Icon } from '../icons.tsx'
import { Button } from '../portal/buttons.tsx'

export function VisitHead({
  chip,
  time,
  title,
  children,
}: {
  chip: ReactNode
  time: ReactNode
  title: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="visit-head">
      <div className="next-stop__head">
        {chip}
        <b className="num">{time}</b>
      </div>
      <h1>{title}</h1>
      {children && <p>{children}</p>}
    </div>
  )
}

export function Track({
  label,
  steps,
}: {
  label: string
  steps: {
    label: ReactNode
    state: 'past' | 'current' | 'later'
    at?: ReactNode
    iso?: string
  }[]
}) {
  return (
    <ol className="track" aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={index}
          className={step.state === 'past' ? 'is-past' : undefined}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          {step.label}
          {step.at && (
            <small>
              <time dateTime={step.iso}>{step.at}</time>
            </small>
          )}
        </li>
      ))}
    </ol>
  )
}

export function TwoUp({ children }: { children: ReactNode }) {
  return <div className="two-up">{children}</div>
}

export function Checklist({ children }: { children: ReactNode }) {
  return <ul className="checklist">{children}</ul>
}

/** `must` is the word beside an item without which the visit can't end. */
export function CheckItem({
  label,
  must,
  children,
  ...rest
}: {
  label: ReactNode
  must?: ReactNode
  /** What is to be filled in beside the tick. */
  children?: ReactNode
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'type'>) {
  return (
    <li>
      <label>
        <input type="checkbox" {...rest} />
        <span>{label}</span>
        {must && <span className="must">{must}</span>}
      </label>
      {children}
    </li>
  )
}

/** The child is the canvas one writes on, or the drawn signature. */
export function SignPad({ hint, children }: { hint?: ReactNode; children: ReactNode }) {
  return (
    <div className="signpad">
      {children}
      {hint && <p className="signpad__hint">{hint}</p>}
    </div>
  )
}

export function SignPadLocked({ children }: { children: ReactNode }) {
  return (
    <div className="signpad signpad--locked">
      <Icon name="lock" />
      <span>{children}</span>
    </div>
  )
}

/** The one next step on the screen. */
export function BigButton({
  note,
  children,
  ...rest
}: { note?: ReactNode } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <Button variant="primary" big note={note} {...rest}>
      {children}
    </Button>
  )
}
