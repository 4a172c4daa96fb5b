import { type RefObject, useEffect, useRef, useState } from 'react'
import type * as DragModule from './drag.ts'

export interface DragWork {
  /** @returns whether this visit may be taken up at all */
  begin(visitId: number, at: { x: number; y: number }): void
  follow(x: number, y: number): void
  /** Over the tray, or over neither. */
  leave(over: 'tray' | null): void
  drop(on: 'board' | 'tray' | null): void
  nameOf(visitId: number): string
}

type Drag = typeof DragModule

/** Dragging by mouse or finger; what it takes is loaded once the page is alive. */
export function useDrag(root: RefObject<HTMLElement>, work: DragWork, hasBoard: boolean): void {
  const [drag, setDrag] = useState<Drag | null>(null)
  const latest = useRef(work)
  useEffect(() => {
    latest.current = work
  })
  useEffect(() => {
    void import('./drag.ts').then(setDrag, () => {})
  }, [])
  useEffect(() => {
    const page = root.current
    if (!page || !drag) return
    const end = drag.makeCardsDraggable(page, latest)
    page.dataset.drags = ''
    return end
  }, [root, drag])
  useEffect(() => {
    if (root.current && drag) return drag.makeDropTargets(root.current)
  }, [root, drag, hasBoard])
}
