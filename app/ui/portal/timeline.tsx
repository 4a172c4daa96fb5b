import { type ReactNode } from 'react'

import { Icon } from '../icons.tsx'

export type TimelineItem = {
  state: 'past' | 'now' | 'later'
  /** Said before the step where its shape can't be seen: "Done: ". */
  stateWord: string
  what: ReactNode
  at?: ReactNode
  iso?: string
  detail?: ReactNode
}

const shapes = { past: 'done', now: 'half', later: 'later' } as const

export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map((item, index) => (
        <li
          key={index}
          className={`is-${item.state}`}
          aria-current={item.state === 'now' ? 'step' : undefined}
        >
          <Icon name={shapes[item.state]} />
          <span className="timeline__what">
            <span className="hidden-text">{item.stateWord}</span>
            {item.what}
          </span>
          {item.at && <time dateTime={item.iso}>{item.at}</time>}
          {item.detail && <p>{item.detail}</p>}
        </li>
      ))}
    </ol>
  )
}
