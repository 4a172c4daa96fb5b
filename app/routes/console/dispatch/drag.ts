import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { pointerOutsideOfPreview } from '@atlaskit/pragmatic-drag-and-drop/element/pointer-outside-of-preview'
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview'
import type { DragLocationHistory } from '@atlaskit/pragmatic-drag-and-drop/types'
import type { DragWork } from './use-drag.ts'

interface Latest {
  current: DragWork
}

/** Wide enough for lanes. */
const lanesShow = '(min-width: 900px)'

/**
 * A card learns to be dragged when the pointer first comes to it: three hundred cards cost nothing before.
 * @returns how to end it
 */
export function makeCardsDraggable(page: HTMLElement, work: Latest): () => void {
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
    cards.set(card, makeDraggable(card, work))
  }
  page.addEventListener('pointerover', learn)
  page.addEventListener('pointerdown', learn, { capture: true })
  const endWatch = watchDrags(work)
  return () => {
    page.removeEventListener('pointerover', learn)
    page.removeEventListener('pointerdown', learn, { capture: true })
    for (const forget of cards.values()) forget()
    endWatch()
  }
}

function watchDrags(work: Latest) {
  const follow = ({ location }: { location: DragLocationHistory }) => {
    const { input, dropTargets } = location.current
    const over = dropTargets[0]?.data.over
    if (over === 'board') work.current.follow(input.clientX, input.clientY)
    else work.current.leave(over === 'tray' ? 'tray' : null)
  }
  return monitorForElements({
    canMonitor: ({ source }) => 'visit' in source.data,
    onDragStart: ({ source, location }) => {
      const { clientX: x, clientY: y } = location.initial.input
      work.current.begin(Number(source.data.visit), { x, y })
    },
    onDrag: follow,
    onDropTargetChange: follow,
    onDrop: ({ location }) => {
      const over = location.current.dropTargets[0]?.data.over
      work.current.drop(over === 'board' || over === 'tray' ? over : null)
    },
  })
}

/** @returns how to end it */
export function makeDropTargets(page: HTMLElement): () => void {
  const places = [
    { element: page.querySelector('.board-wrap'), over: 'board' },
    { element: page.querySelector('.board-tray'), over: 'tray' },
  ]
  const ends = places.map(
    ({ element, over }) => element && dropTargetForElements({ element, getData: () => ({ over }) }),
  )
  return () => ends.forEach((end) => end?.())
}

const makeDraggable = (card: HTMLElement, work: Latest) =>
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
          chip.textContent = work.current.nameOf(Number(card.dataset.visit))
          container.append(chip)
        },
      }),
  })
