import { type ReactNode } from 'react'

import { ConsoleIcon, type ConsoleIconName } from '../icons.tsx'

/** A native popover: a button with `popovertarget` opens it. `ask` is the combobox, `foot` the keys. */
export function Palette({
  id,
  label,
  listId,
  ask,
  foot,
  children,
}: {
  id: string
  label: string
  listId: string
  ask: ReactNode
  foot?: ReactNode
  children: ReactNode
}) {
  const popover = { popover: 'auto' }
  return (
    <div id={id} className="palette" role="dialog" aria-label={label} {...popover}>
      <div className="ask">
        <ConsoleIcon name="search" />
        {ask}
      </div>
      <div id={listId} role="listbox" aria-label={label}>
        {children}
      </div>
      {foot && <footer>{foot}</footer>}
    </div>
  )
}

export function PaletteGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={title}>
      <h2 role="presentation">{title}</h2>
      {children}
    </div>
  )
}

export function PaletteItem({
  id,
  icon,
  selected,
  right,
  children,
  onSelect,
}: {
  id: string
  icon: ConsoleIconName
  selected?: boolean
  right?: ReactNode
  children: ReactNode
  onSelect?: () => void
}) {
  return (
    <div
      className="palette-item"
      role="option"
      id={id}
      aria-selected={selected ?? false}
      tabIndex={-1}
      onPointerDown={onSelect}
    >
      <ConsoleIcon name={icon} />
      <span className="clip">{children}</span>
      {right && <span className="r">{right}</span>}
    </div>
  )
}
