import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { pointerOutsideOfPreview } from '@atlaskit/pragmatic-drag-and-drop/element/pointer-outside-of-preview'
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview'
import { type RefObject, useEffect, useRef } from 'react'

export interface DragWork {
  /** @returns whether this visit may be taken up at all */
  begin(visitId: number, at: { x: number; y: number }): void
  follow(x: number, y: number): void
  /** Over the tray, or over neither. */
  leave(over: 'tray' | null): void
  drop(on: 'board' | 'tray' | null): void
  nameOf(visitId: number): string
}

/** Wide enough for lanes. */
const lanesShow = '(min-width: 900px)'

/**
 * Dragging by mouse or finger. A card learns to be dragged when the pointer first comes to it: three hundred cards cost
 * nothing before.
 */
export function useDrag(root: RefObject<HTMLElement>, work: DragWork, shown: unknown): void {
  const latest = useRef(work)
  useEffect(() => {
    latest.current = work
  })
  useEffect(() => {
    const page = root.current
    if (!page) return
    const cards = new Map<Element, () => void>()
    const learn = (event: PointerEvent) => {
      const card =
        event.target instanceof Element &&
        event.target.closest<HTMLElement>('a[data-visit][data-movable]')
      if (!card || cards.has(card)) return
      for (const [old, forget] of cards) {
        if (old.isConnected) continue
        forget()
        cards.delete(old)
      }
      cards.set(card, makeDraggable(card, latest))
    }
    page.addEventListener('pointerover', learn)
    page.addEventListener('pointerdown', learn, { capture: true })
    return () => {
      page.removeEventListener('pointerover', learn)
      page.removeEventListener('pointerdown', learn, { capture: true })
      for (const forget of cards.values()) forget()
    }
  }, [root])
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => 'visit' in source.data,
        onDragStart: ({ source, location }) => {
          const { clientX: x, clientY: y } = location.initial.input
          latest.current.begin(Number(source.data.visit), { x, y })
        },
        onDrag: ({ location }) => {
          const { input, dropTargets } = location.current
          const over = dropTargets[0]?.data.over
          if (over === 'board') latest.current.follow(input.clientX, input.clientY)
          else latest.current.leave(over === 'tray' ? 'tray' : null)
        },
        onDrop: ({ location }) => {
          const over = location.current.dropTargets[0]?.data.over
          latest.current.drop(over === 'board' || over === 'tray' ? over : null)
        },
      }),
    [],
  )
  useEffect(() => {
    const board = root.current?.querySelector('.board-wrap')
    const tray = root.current?.querySelector('.board-tray')
    const ends = [
      board && dropTargetForElements({ element: board, getData: () => ({ over: 'board' }) }),
      tray && dropTargetForElements({ element: tray, getData: () => ({ over: 'tray' }) }),
    ]
    return () => ends.forEach((end) => end?.())
  }, [root, shown])
}

const makeDraggable = (card: HTMLElement, work: RefObject<DragWork>) =>
  draggable({
    element: card,
    canDrag: () => 'movable' in card.dataset && matchMedia(lanesShow).matches,
    getInitialData: () => ({ visit: Number(card.dataset.visit) }),
    onGenerateDragPreview: ({ nativeSetDragImage }) =>
      setCustomNativeDragPreview({
        nativeSetDragImage,
        getOffset: pointerOutsideOfPreview({ x: '14px', y: '10px' }),
        render({ container }) {
          const chip = document.createElement('div')
          chip.className = 'drag-chip'
          chip.textContent = work.current?.nameOf(Number(card.dataset.visit)) ?? ''
          container.append(chip)
        },
      }),
  })
