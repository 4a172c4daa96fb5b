import { type ReactNode } from 'react'

import { Icon } from '../icons.tsx'
import { ChoiceGroup } from './choices.tsx'
import { FieldError, describedBy } from './fields.tsx'

const scores = [1, 2, 3, 4, 5] as const
const likelihoods = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

export type FiveWords = [string, string, string, string, string]

/** One question, one to five stars. `labels` are read out: "1 of 5, poor"; `words` are shown. */
export function Stars({
  id,
  legend,
  name,
  labels,
  words,
  defaultValue,
  error,
  errorPrefix,
}: {
  id: string
  legend: ReactNode
  name: string
  labels: FiveWords
  words: FiveWords
  defaultValue?: number
  error?: ReactNode
  errorPrefix?: ReactNode
}) {
  return (
    <fieldset
      className={error ? 'rating has-error' : 'rating'}
      id={id}
      aria-describedby={describedBy(error ? `${id}-error` : null)}
    >
      <legend>{legend}</legend>
      <div className="stars">
        {scores.map((score) => (
          <label key={score}>
            <input
              type="radio"
              id={score === 1 ? `${id}-1` : undefined}
              name={name}
              value={score}
              defaultChecked={score === defaultValue}
            />
            <Icon name="star" />
            <span className="hidden-text">{labels[score - 1]}</span>
          </label>
        ))}
        {scores.map((score) => (
          <span className="stars__word" data-for={score} aria-hidden="true" key={score}>
            {words[score - 1]}
          </span>
        ))}
      </div>
      {error && (
        <FieldError id={`${id}-error`} prefix={errorPrefix}>
          {error}
        </FieldError>
      )}
    </fieldset>
  )
}

/** 0 to 10; `low` and `high` say what the ends mean. */
export function Scale({
  id,
  legend,
  name,
  low,
  high,
  defaultValue,
  hint,
  error,
  errorPrefix,
}: {
  id: string
  legend: ReactNode
  name: string
  low: ReactNode
  high: ReactNode
  defaultValue?: number
  hint?: ReactNode
  error?: ReactNode
  errorPrefix?: ReactNode
}) {
  return (
    <ChoiceGroup
      id={id}
      legend={legend}
      hint={hint}
      error={error}
      errorPrefix={errorPrefix}
      as="bare"
    >
      <div className="scale">
        {likelihoods.map((value) => (
          <label key={value}>
            <input type="radio" name={name} value={value} defaultChecked={value === defaultValue} />
            {value}
          </label>
        ))}
      </div>
      <div className="scale__ends">
        <span>{low}</span>
        <span>{high}</span>
      </div>
    </ChoiceGroup>
  )
}

/** Shows once a question of the same form has one or two stars. */
export function WhenPoor({
  legend,
  hint,
  children,
}: {
  legend: ReactNode
  hint?: ReactNode
  children: ReactNode
}) {
  return (
    <fieldset className="when-poor">
      <legend>{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      <div className="choices choices--two">{children}</div>
    </fieldset>
  )
}
