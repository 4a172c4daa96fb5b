import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Kbd } from '#app/ui/console/page.tsx'
import { ConsoleIcon } from '#app/ui/icons.tsx'
import { A } from '#app/ui/links.tsx'
import type { BoardVisit } from './board-view.server.ts'

/** What can be done to a visit without dragging it. */
export interface MenuWork {
  pickUp(visitId: number): void
  takeOff(visitId: number): void
  pin(visitId: number): void
}

/** One menu for all cards: it opens at the card it is about. */
export function CardMenu({
  visit,
  search,
  at,
  work,
  onClose,
}: {
  visit: BoardVisit | null
  search: string
  /** The button or card it hangs on. */
  at: RefObject<HTMLElement | null>
  work: MenuWork
  onClose: () => void
}) {
  const { t } = useWords()
  const menu = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  const id = visit?.id
  useEffect(() => {
    const element = menu.current
    const anchor = at.current
    if (!element || id === undefined || !anchor) return
    element.showPopover()
    stand(element, anchor.getBoundingClientRect())
    anchor.setAttribute('aria-expanded', 'true')
    element.querySelector<HTMLElement>('[role=menuitem]')?.focus()
    const onToggle = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') close.current()
    }
    element.addEventListener('toggle', onToggle)
    return () => {
      element.removeEventListener('toggle', onToggle)
      anchor.removeAttribute('aria-expanded')
    }
  }, [id, at])
  if (!visit) return null
  const act = (work: () => void) => () => {
    onClose()
    focusCard(at.current)
    work()
  }
  const href = `/console/dispatch/visits/${visit.id}${search}`
  const movable = visit.movable
  const popover = { popover: 'auto' }
  return (
    <div
      ref={menu}
      className="card-menu"
      role="menu"
      tabIndex={-1}
      aria-label={t('dispatch:menu.of', { name: visit.name, work: visit.work })}
      onKeyDown={(event) => {
        if (event.key === 'Escape') focusCard(at.current)
        walk(event)
      }}
      {...popover}
    >
      <A role="menuitem" href={href} onClick={onClose}>
        <ConsoleIcon name="right" small />
        {t('dispatch:menu.open')}
        <Kbd>Enter</Kbd>
      </A>
      {movable && (
        <A role="menuitem" href={`${href}#panel-title`} onClick={onClose}>
          <ConsoleIcon name="people" small />
          {t('dispatch:menu.crew')}
        </A>
      )}
      {movable && (
        <A role="menuitem" href={`/console/visits/${visit.id}/window`} onClick={onClose}>
          <ConsoleIcon name="cal" small />
          {t('dispatch:menu.time')}
        </A>
      )}
      {movable && (
        <button type="button" role="menuitem" onClick={act(() => work.pickUp(visit.id))}>
          <ConsoleIcon name="swap" small />
          {t('dispatch:menu.pickUp')}
          <Kbd>M</Kbd>
        </button>
      )}
      {movable && visit.crewId !== null && (
        <button type="button" role="menuitem" onClick={act(() => work.pin(visit.id))}>
          <ConsoleIcon name="tack" small />
          {t(visit.pinned ? 'dispatch:menu.unpin' : 'dispatch:menu.pin')}
          <Kbd>P</Kbd>
        </button>
      )}
      {movable && visit.crewId !== null && (
        <button type="button" role="menuitem" onClick={act(() => work.takeOff(visit.id))}>
          <ConsoleIcon name="undo" small />
          {t('dispatch:menu.removal')}
          <Kbd>Del</Kbd>
        </button>
      )}
    </div>
  )
}

function focusCard(anchor: HTMLElement | null) {
  const card = anchor?.closest('li')?.querySelector<HTMLElement>('a[data-visit]')
  card?.focus({ preventScroll: true })
}

/** Under what it hangs on, and within the window. */
function stand(menu: HTMLElement, anchor: DOMRect) {
  const { width, height } = menu.getBoundingClientRect()
  const below = anchor.bottom + 4
  const top = below + height > innerHeight - 8 ? anchor.top - height - 4 : below
  menu.style.top = `${Math.max(8, top)}px`
  menu.style.left = `${Math.max(8, Math.min(anchor.left, innerWidth - width - 8))}px`
}

function walk(event: KeyboardEvent<HTMLElement>) {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')]
  const at = items.indexOf(document.activeElement as HTMLElement)
  const to = {
    ArrowDown: items[(at + 1) % items.length],
    ArrowUp: items.at(at - 1),
    Home: items[0],
    End: items.at(-1),
  }[event.key]
  if (!to) return
  event.preventDefault()
  event.stopPropagation()
  to.focus()
}
