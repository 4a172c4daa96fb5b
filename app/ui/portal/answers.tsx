import { type ReactNode } from 'react'

import { Icon } from '../icons.tsx'

/** Check-answers: each row with its way back. */
export function Summary({ children }: { children: ReactNode }) {
  return <dl className="summary">{children}</dl>
}

export function SummaryRow({
  term,
  children,
  changeHref,
  changeWord,
  changeWhat,
}: {
  term: ReactNode
  children: ReactNode
  changeHref?: string
  changeWord?: ReactNode
  changeWhat?: ReactNode
}) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
      {changeHref && (
        <dd className="summary__change">
          <a href={changeHref}>
            {changeWord}
            {changeWhat && <span className="hidden-text"> {changeWhat}</span>}
          </a>
        </dd>
      )}
    </div>
  )
}

/** With `questions` the terms are sentences, which take more room. */
export function Facts({
  items,
  questions,
}: {
  items: { term: ReactNode; children: ReactNode }[]
  questions?: boolean
}) {
  return (
    <dl className={questions ? 'facts facts--questions' : 'facts'}>
      {items.map((item, index) => (
        <div key={index}>
          <dt>{item.term}</dt>
          <dd>{item.children}</dd>
        </div>
      ))}
    </dl>
  )
}

export function Papers({
  items,
}: {
  items: { href: string; label: ReactNode; note?: ReactNode }[]
}) {
  return (
    <ul className="papers">
      {items.map((paper) => (
        <li key={paper.href}>
          <Icon name="file" />
          <a href={paper.href}>{paper.label}</a>
          {paper.note && <span className="muted">{paper.note}</span>}
        </li>
      ))}
    </ul>
  )
}
