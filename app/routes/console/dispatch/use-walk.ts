import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { cardOf, neighbour, rove } from './walk.ts'

export interface WalkWork {
  pickUp(visitId: number): void
  takeOff(visitId: number): void
  pin(visitId: number): void
  undo(): void
  help(): void
  closePanel(): void
  menu(visitId: number): void
}

const useIsomorphicLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect

/** The board by keyboard: walking from card to card, and what one key does to the card one stands on. */
export function useWalk(root: RefObject<HTMLElement>, work: WalkWork) {
  const last = useRef<HTMLElement | null>(null)
  const latest = useRef(work)
  useEffect(() => {
    latest.current = work
  })

  // A card that went to another lane is another element: who stood on it stands on it still.
  useIsomorphicLayoutEffect(() => {
    const page = root.current
    if (!page) return
    const old = last.current
    if (old && !old.isConnected) {
      const same = cardOf(page, Number(old.dataset.visit))
      last.current = same
      if (same && document.activeElement === document.body) same.focus({ preventScroll: true })
    }
    rove(page, last.current)
  })

  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.isComposing || event.altKey || event.shiftKey) return
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return
      const typing =
        event.target instanceof HTMLElement &&
        event.target.closest(
          'input:not([type=radio], [type=checkbox]), textarea, [contenteditable]',
        )
      if (typing) return
      event.preventDefault()
      latest.current.undo()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

  const focusIn = (group: string) => {
    const there = root.current?.querySelector<HTMLElement>(
      `${group} a[data-current], ${group} a.stop, ${group} a.tray-link`,
    )
    there?.focus()
    there?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  return {
    toTray: () => focusIn('.board-tray'),
    toBoard: () => focusIn('.board'),
    onFocus: (event: { target: EventTarget }) => {
      const card = cardIn(event.target)
      if (!card || !root.current) return
      last.current = card
      rove(root.current, card)
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.nativeEvent.isComposing) return
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Escape' && inPanel(event.target)) {
        event.preventDefault()
        latest.current.closePanel()
        if (root.current) {
          const back = last.current?.isConnected ? last.current : null
          back?.focus()
        }
        return
      }
      const card = cardIn(event.target)
      if (!card) return
      const next = neighbour(card, event.key)
      if (next) {
        event.preventDefault()
        next.focus()
        next.scrollIntoView({ block: 'nearest', inline: 'nearest' })
        return
      }
      const act = actOf(event, Number(card.dataset.visit), latest.current)
      if (!act) return
      event.preventDefault()
      act()
    },
  }
}

function actOf(event: KeyboardEvent, visitId: number, work: WalkWork): (() => void) | null {
  if (!visitId) return null
  switch (event.key) {
    case 'm':
    case 'M':
      return () => work.pickUp(visitId)
    case 'p':
    case 'P':
      return () => work.pin(visitId)
    case 'Delete':
      return () => work.takeOff(visitId)
    case 'ContextMenu':
      return () => work.menu(visitId)
    case 'F10':
      return event.shiftKey ? () => work.menu(visitId) : null
    default:
      return null
  }
}

const cardIn = (target: EventTarget) =>
  target instanceof HTMLElement && target.matches('a.stop, a.tray-link') ? target : null

const inPanel = (target: EventTarget) =>
  target instanceof HTMLElement && target.closest('.detail') !== null
