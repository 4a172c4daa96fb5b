import { type ReactNode } from 'react'

import { A } from '../links.tsx'
import { BtnLink } from './buttons.tsx'
import { Status } from './status.tsx'

export function CallTo({
  href,
  number,
  children,
}: {
  href: string
  number: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="title callto">
      <BtnLink variant="go" size="lg" icon="call" href={href}>
        {number}
      </BtnLink>
      {children && <span className="muted">{children}</span>}
    </div>
  )
}

export function ScriptBox({ say, children }: { say: ReactNode; children: ReactNode }) {
  return (
    <p className="script mt">
      <span className="say">{say}</span>
      {children}
    </p>
  )
}

const scores = [1, 2, 3, 4, 5] as const

/** Each question one to five; the word of the score chosen stands beside it. */
export function Scores({
  questions,
  words,
  none,
}: {
  questions: {
    name: string
    label: string
    ask?: ReactNode
    defaultValue?: number
    error?: ReactNode
  }[]
  words: [string, string, string, string, string]
  none: ReactNode
}) {
  return (
    <div className="scores">
      {questions.map((question) => (
        <div
          key={question.name}
          id={question.name}
          role="radiogroup"
          aria-labelledby={`${question.name}-label`}
          aria-describedby={question.error ? `${question.name}-error` : undefined}
        >
          <p className="qn" id={`${question.name}-label`}>
            {question.label}
            {question.ask && <small>{question.ask}</small>}
          </p>
          <div className="seg">
            {scores.map((score) => (
              <label key={score}>
                <input
                  type="radio"
                  name={question.name}
                  value={score}
                  defaultChecked={score === question.defaultValue}
                  aria-label={[score, words[score - 1]].join(', ')}
                />
                {score}
              </label>
            ))}
          </div>
          <span className="word" aria-hidden="true">
            <span data-for="none">{none}</span>
            {scores.map((score) => (
              <span key={score} data-for={score}>
                {score <= 2 ? (
                  <Status tone="trouble" icon="flag">
                    {words[score - 1]}
                  </Status>
                ) : (
                  words[score - 1]
                )}
              </span>
            ))}
          </span>
          {question.error && (
            <span className="error" id={`${question.name}-error`}>
              {question.error}
            </span>
          )}
        </div>
      ))}
    </div>
  )
}

export function Tray({
  label,
  title,
  right,
  items,
}: {
  label: string
  title: ReactNode
  right?: ReactNode
  items: {
    key: string
    href: string
    name: ReactNode
    clock?: ReactNode
    what?: ReactNode
    note?: ReactNode
    current?: boolean
  }[]
}) {
  return (
    <nav className="tray" aria-label={label}>
      <header className="tray-h">
        <h2>{title}</h2>
        {right && <span className="muted xs r">{right}</span>}
      </header>
      <ol>
        {items.map((item) => (
          <li key={item.key} className={item.current ? 'on' : undefined}>
            <p className="l">
              <A href={item.href} aria-current={item.current ? 'true' : undefined}>
                {item.name}
              </A>
              {item.clock}
            </p>
            <p className="muted xs l">
              <span>{item.what}</span>
              {item.note && <span>{item.note}</span>}
            </p>
          </li>
        ))}
      </ol>
    </nav>
  )
}
