import type { FocusEvent, KeyboardEvent, MouseEvent } from 'react'
import type { Spot } from './map-projection.ts'

/** How a stop looks: shape and colour say the same. */
export const stopLooks = [
  'done',
  'active',
  'planned',
  'late',
  'risk',
  'proposal',
  'unassigned',
] as const
export type StopLook = (typeof stopLooks)[number]

/** A shape in a line of text, for the key. */
export function KeyShape({ look }: { look: StopLook | 'base' }) {
  return (
    <svg viewBox="-14 -14 28 28" aria-hidden="true">
      {look === 'base' ? <circle className="base" r="6" /> : <StopShape look={look} />}
    </svg>
  )
}

/** The shape of a stop around its place: no two states have the same. */
export function StopShape({ look }: { look: StopLook }) {
  switch (look) {
    case 'done':
      return <circle className="dot done" r="9" />
    case 'active':
      return (
        <>
          <circle className="ring active" r="12" />
          <circle className="dot active" r="9" />
        </>
      )
    case 'late':
      return <path className="dot late" d="M0-12.5 12 8.5H-12z" />
    case 'risk':
      return <path className="dot risk" d="M0-12 12 0 0 12-12 0z" />
    case 'unassigned':
      return <circle className="dot unassigned" r="7.5" />
    case 'proposal':
      return (
        <>
          <rect className="ring proposal" x="-12" y="-12" width="24" height="24" rx="4" />
          <rect className="dot proposal" x="-8.5" y="-8.5" width="17" height="17" rx="2.5" />
        </>
      )
    case 'planned':
      return <rect className="dot planned" x="-8.5" y="-8.5" width="17" height="17" rx="2.5" />
  }
}

export interface StopProps {
  /** The visit, which its card on the board names too. */
  visit: number
  href: string
  look: StopLook
  /** Its place in the crew's day. */
  number?: number
  /** Said of it in full. */
  label: string
  selected?: boolean
  /** Its place is only about right. */
  rough?: boolean
}

/** One stop: a link to its visit. One of them all is in the tab order; arrows lead to the others. */
export function Stop({
  at,
  from,
  tabIndex,
  onFocus,
  onOpen,
  visit,
  href,
  look,
  number,
  label,
  selected,
  rough,
}: StopProps & {
  /** Where it is drawn, and where it truly is. */
  at: Spot
  from: Spot
  tabIndex: 0 | -1
  onFocus: (event: FocusEvent) => void
  /** Instead of the browser's own way to the page. */
  onOpen?: ((href: string) => void) | undefined
}) {
  const away = Math.hypot(at.x - from.x, at.y - from.y) > 1
  const classes = ['at', selected && 'on', rough && 'rough'].filter(Boolean).join(' ')
  return (
    <>
      {away && (
        <path
          className="leader"
          d={`M${near(from.x)} ${near(from.y)}L${near(at.x)} ${near(at.y)}`}
        />
      )}
      <a
        href={href}
        className={classes}
        data-stop={visit}
        tabIndex={tabIndex}
        onFocus={onFocus}
        onKeyDown={walk}
        onClick={(event) => onOpen && isPlain(event) && onOpen(href)}
        aria-label={label}
        aria-current={selected ? 'true' : undefined}
      >
        <title>{label}</title>
        <g transform={`translate(${near(at.x)} ${near(at.y)})`}>
          <circle className="reach" r="15" />
          <StopShape look={look} />
          {number !== undefined && (
            <text className="n" y={look === 'late' ? 6 : 4.5}>
              {number}
            </text>
          )}
        </g>
      </a>
    </>
  )
}

/** A click that means to go there, here; then the browser doesn't. */
function isPlain(event: MouseEvent): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return false
  }
  event.preventDefault()
  return true
}

const near = (n: number) => Math.round(n * 10) / 10

/** Left and right lead along all stops, Home and End to the first and last. */
function walk(event: KeyboardEvent<HTMLAnchorElement>) {
  const link: Element = event.currentTarget
  const stops = [...(link.closest('svg')?.querySelectorAll<SVGAElement>('a[data-stop]') ?? [])]
  const here = stops.indexOf(link as SVGAElement)
  const to = {
    ArrowRight: here + 1,
    ArrowDown: here + 1,
    ArrowLeft: here - 1,
    ArrowUp: here - 1,
    Home: 0,
    End: stops.length - 1,
  }[event.key]
  const stop = to === undefined ? undefined : stops[to]
  if (!stop) return
  event.preventDefault()
  event.stopPropagation()
  stop.focus()
}
