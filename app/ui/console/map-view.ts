import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import {
  fitted,
  mercator,
  panned,
  type Position,
  type Size,
  spotOf,
  type View,
  zoomed,
} from './map-projection.ts'

/** Until the page has measured the picture. */
const drawn: Size = { width: 760, height: 262 }
const margin = 34
const edge = 16
const step = 60
const factor = 1.5

const arrows: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: step, y: 0 },
  ArrowRight: { x: -step, y: 0 },
  ArrowUp: { x: 0, y: step },
  ArrowDown: { x: 0, y: -step },
}

/**
 * The part of the world a map shows. It fits the points until somebody moves it; then it stays, whatever is loaded
 * meanwhile, until it is fitted again.
 */
export function useMapView(points: readonly Position[]) {
  const [picture, ref] = useState<SVGSVGElement | null>(null)
  const [size, setSize] = useState(drawn)
  const [moved, setMoved] = useState<View | null>(null)
  const held = useRef<{ x: number; y: number } | null>(null)
  const view = moved ?? fitted(points, size, margin)
  const change = (to: (view: View) => View) => view && setMoved(to(view))

  useEffect(() => {
    if (!picture) return
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect
      if (width > 0 && height > 0) setSize({ width: Math.round(width), height: Math.round(height) })
    })
    observer.observe(picture)
    return () => observer.disconnect()
  }, [picture])

  /** Brings a place that is out of the picture to its middle. */
  const show = (point: Position) => {
    if (!view) return
    const { x, y } = spotOf(view, size, point)
    const inside = x > edge && y > edge && x < size.width - edge && y < size.height - edge
    if (!inside) setMoved({ ...view, ...mercator(point) })
  }

  return {
    ref,
    show,
    size,
    view,
    fits: moved === null,
    fit: () => setMoved(null),
    nearer: () => change((now) => zoomed(now, factor)),
    farther: () => change((now) => zoomed(now, 1 / factor)),
    /** A finger scrolls the page; a mouse takes hold of the ground. */
    handlers: {
      onPointerDown(event: PointerEvent<SVGSVGElement>) {
        const onStop = event.target instanceof Element && event.target.closest('a')
        if (event.pointerType === 'touch' || event.button !== 0 || onStop) return
        held.current = { x: event.clientX, y: event.clientY }
        event.currentTarget.setPointerCapture(event.pointerId)
      },
      onPointerMove(event: PointerEvent<SVGSVGElement>) {
        const from = held.current
        if (!from) return
        held.current = { x: event.clientX, y: event.clientY }
        change((now) => panned(now, { x: event.clientX - from.x, y: event.clientY - from.y }))
      },
      onPointerUp() {
        held.current = null
      },
      onPointerCancel() {
        held.current = null
      },
      onKeyDown(event: KeyboardEvent<SVGSVGElement>) {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        const by = arrows[event.key]
        if (by && event.target === event.currentTarget) change((now) => panned(now, by))
        else if (event.key === '+' || event.key === '=') change((now) => zoomed(now, factor))
        else if (event.key === '-') change((now) => zoomed(now, 1 / factor))
        else if (event.key === '0') setMoved(null)
        else return
        event.preventDefault()
        event.stopPropagation()
      },
    },
  }
}
