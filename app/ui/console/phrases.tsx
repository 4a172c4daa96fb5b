import { type ReactNode } from 'react'

/** Opens above what is being written; `ask` is the combobox. */
export function PhrasePanel({
  label,
  ask,
  children,
}: {
  label: string
  ask: ReactNode
  children: ReactNode
}) {
  return (
    <div className="phrases" role="group" aria-label={label}>
      <div className="ask">{ask}</div>
      {children}
    </div>
  )
}

export function PhraseList({
  id,
  label,
  lang,
  items,
}: {
  id: string
  label: string
  /** The language of the bodies: the reader's, not the clerk's. */
  lang?: string
  items: {
    id: string
    title: ReactNode
    body: string
    note: ReactNode
    selected: boolean
    onSelect: () => void
  }[]
}) {
  return (
    <ul id={id} role="listbox" aria-label={label} tabIndex={-1}>
      {items.map((item) => (
        <li
          key={item.id}
          id={item.id}
          role="option"
          aria-selected={item.selected}
          onPointerDown={(event) => {
            event.preventDefault()
            item.onSelect()
          }}
        >
          <b>{item.title}</b> {item.note && <span className="muted xs">{item.note}</span>}
          <span className="body" lang={lang}>
            {item.body}
          </span>
        </li>
      ))}
    </ul>
  )
}
