import { type ReactNode } from 'react'

import { ConsoleIcon, type ConsoleIconName } from '../icons.tsx'

/** A native popover: a button with `popovertarget` opens it. `ask` is the combobox, the children are what it finds. */
export function Palette({
  id,
  label,
  ask,
  children,
}: {
  id: string
  label: string
  ask: ReactNode
  children?: ReactNode
}) {
  const popover = { popover: 'auto' }
  return (
    <div id={id} className="palette" role="dialog" aria-label={label} {...popover}>
      <div className="ask">
        <ConsoleIcon name="search" />
        {ask}
      </div>
      {children}
    </div>
  )
}

/** `status` is what is said of the list, `foot` the keys; without lines there is no list. */
export function PaletteLines({
  id,
  label,
  status,
  foot,
  children,
}: {
  id: string
  label: string
  status?: ReactNode
  foot?: ReactNode
  children?: ReactNode
}) {
  return (
    <>
      {children && (
        <div id={id} className="list" role="listbox" aria-label={label}>
          {children}
        </div>
      )}
      <p className="said" role="status">
        {status}
      </p>
      {foot && <footer>{foot}</footer>}
    </>
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
  onPoint,
}: {
  id: string
  icon: ConsoleIconName
  selected?: boolean
  right?: ReactNode
  children: ReactNode
  onSelect?: () => void
  /** The pointer is over it. */
  onPoint?: () => void
}) {
  return (
    <div
      className="palette-item"
      role="option"
      id={id}
      aria-selected={selected ?? false}
      tabIndex={-1}
      onMouseUp={onSelect}
      onPointerMove={onPoint}
    >
      <ConsoleIcon name={icon} />
      <span className="clip">{children}</span>
      {right && <span className="r">{right}</span>}
    </div>
  )
}
