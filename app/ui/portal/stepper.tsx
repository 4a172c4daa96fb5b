import { type ReactNode } from 'react'

import { Icon } from '../icons.tsx'

export type Step = { label: ReactNode; state: 'past' | 'current' | 'later' }

export function Stepper({
  label,
  steps,
  doneWord,
}: {
  label: string
  steps: Step[]
  doneWord: string
}) {
  return (
    <ol className="stepper" aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={index}
          className={step.state === 'past' ? 'is-past' : undefined}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          {step.state === 'past' && <Icon name="check" />}
          <span className="stepper__name">{step.label}</span>
          {step.state === 'past' && <span className="hidden-text">{doneWord}</span>}
        </li>
      ))}
    </ol>
  )
}
