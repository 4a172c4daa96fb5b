import type { ReactNode } from 'react'
import { ConsoleIcon, type ConsoleIconName } from '../icons.tsx'
import type { BoardMark } from './board-card.tsx'
import { Tag } from './status.tsx'

export interface TrayItem {
  key: string
  visit: number
  href: string
  name: string
  kind: { icon: ConsoleIconName; label: string }
  /** How much time is left for it. */
  clock?: ReactNode
  what: string
  where: string
  when: string
  marks: BoardMark[]
  /** Why no crew at all can take it. */
  nobody?: string
  movable: boolean
  current: boolean
  fresh: boolean
  saving?: 'saving' | 'failed'
}

/** The visits without a crew, beside the board. */
export function BoardTray({
  title,
  right,
  filters,
  items,
  empty,
  foot,
  menu,
}: {
  title: ReactNode
  right?: ReactNode
  filters?: ReactNode
  items: TrayItem[]
  empty: ReactNode
  foot?: ReactNode
  menu?: string
}) {
  return (
    <section className="tray board-tray" aria-labelledby="tray-title">
      <header className="tray-h">
        <h2 id="tray-title">{title}</h2>
        {right && <span className="muted xs r no-phone">{right}</span>}
      </header>
      {filters}
      {items.length === 0 && empty}
      <ol>
        {items.map((item) => (
          <Item key={item.key} item={item} menu={menu} />
        ))}
      </ol>
      {foot && <div className="tray-foot">{foot}</div>}
    </section>
  )
}

function Item({ item, menu }: { item: TrayItem; menu?: string }) {
  const classes = [item.current && 'on', item.fresh && 'fresh', item.saving && `is-${item.saving}`]
  return (
    <li className={classes.filter(Boolean).join(' ') || undefined}>
      <p className="l">
        <a
          className="tray-link"
          href={item.href}
          aria-current={item.current ? 'true' : undefined}
          data-visit={item.visit}
          data-movable={item.movable ? '' : undefined}
          draggable={item.movable}
        >
          {item.name}
        </a>
        <Tag>
          <ConsoleIcon name={item.kind.icon} small />
          {item.kind.label}
        </Tag>
        {item.clock}
      </p>
      <p>
        {item.what}
        {item.marks.map((mark) => (
          <span key={mark.icon} className="tray-mark" title={mark.label}>
            {' '}
            <ConsoleIcon name={mark.icon} small />
            <span className="xs">{mark.label}</span>
          </span>
        ))}
      </p>
      <p className="muted xs l">
        <span>{item.where}</span>
        <span>{item.when}</span>
      </p>
      {item.nobody && (
        <p className="nobody">
          <ConsoleIcon name="s-risk" />
          <span>{item.nobody}</span>
        </p>
      )}
      {menu && (
        <button
          type="button"
          className="stop-menu"
          aria-haspopup="menu"
          aria-label={`${menu}: ${item.name}`}
          data-menu={item.visit}
        >
          <ConsoleIcon name="dots" small />
        </button>
      )}
    </li>
  )
}
