import type { BoardRange } from '#app/ui/console/board-span.ts'

/** What the ghost says at a place. */
export interface GhostWords {
  title: string
  text: string
  refused: boolean
}

interface Lane {
  crewId: number
  top: number
  height: number
}

/**
 * The mark on the board that shows where what is carried would stand. It is moved without React and reads the layout once
 * a journey: a frame of a drag costs next to nothing.
 */
export class Ghost {
  private readonly element: HTMLElement
  private readonly wrap: HTMLElement
  private readonly title: Text
  private readonly text: Text
  private lanes: Lane[] = []
  private left = 0
  private width = 0
  private origin = { x: 0, y: 0 }
  private shown: GhostWords | null = null

  constructor(
    private readonly board: HTMLElement,
    private readonly range: BoardRange,
  ) {
    this.element = board.querySelector<HTMLElement>('[data-ghost]')!
    this.wrap = board.parentElement!
    this.title = textIn(this.element.children[0]!)
    this.text = textIn(this.element.children[1]!)
    this.measure()
  }

  /** Where lanes are in the board, and where the board is in the window when it isn't scrolled. */
  measure(): void {
    const frame = this.board.getBoundingClientRect()
    this.origin = {
      x: frame.left + this.wrap.scrollLeft,
      y: frame.top + this.wrap.scrollTop,
    }
    const rows = [...this.board.querySelectorAll<HTMLElement>('[data-crew]')]
    this.lanes = rows.map((row) => {
      const { top, height } = row.getBoundingClientRect()
      return { crewId: Number(row.dataset.crew), top: top - frame.top, height }
    })
    const lane = rows[0]?.querySelector('.lane')?.getBoundingClientRect()
    this.left = lane ? lane.left - frame.left : 0
    this.width = lane?.width ?? 0
  }

  /** The crew and the minute under the pointer; null where there is no lane. */
  under(x: number, y: number): { crewId: number; minute: number } | null {
    const inBoard = y - this.origin.y + this.wrap.scrollTop
    const lane = this.lanes.find(({ top, height }) => inBoard >= top && inBoard < top + height)
    if (!lane) return null
    const along = x - this.origin.x + this.wrap.scrollLeft - this.left
    return { crewId: lane.crewId, minute: this.range.first * 60 + along / this.perMinute() }
  }

  show(crewId: number, { from, to }: { from: number; to: number }, words: GhostWords): void {
    const lane = this.lanes.find((one) => one.crewId === crewId)
    if (!lane) return this.hide()
    const x = this.left + (from - this.range.first * 60) * this.perMinute()
    const { style, classList } = this.element
    style.transform = `translate(${Math.round(x)}px, ${lane.top + 5}px)`
    style.width = `${Math.max(24, Math.round((to - from) * this.perMinute()) - 2)}px`
    style.height = `${lane.height - 11}px`
    if (this.shown?.title !== words.title) this.title.data = words.title
    if (this.shown?.text !== words.text) this.text.data = words.text
    classList.toggle('is-refused', words.refused)
    classList.toggle('is-right', x > this.left + this.width * 0.6)
    this.element.hidden = false
    this.shown = words
  }

  hide(): void {
    this.element.hidden = true
  }

  /** Brings the ghost into the part of the board that is seen. */
  reveal(): void {
    this.element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  private perMinute(): number {
    return this.width / ((this.range.last - this.range.first) * 60)
  }
}

/** Its one text: another text in a node that stands costs no look at the styles of the whole page, a new node does. */
export function textIn(element: Element): Text {
  const { firstChild } = element
  if (firstChild instanceof Text) return firstChild
  const text = document.createTextNode('')
  element.append(text)
  return text
}
