/** Walking the board and the tray with the arrow keys: one card of each is in the order of Tab, the rest are a key away. */
const cards = 'a.stop, a.tray-link'

export function cardOf(root: HTMLElement, visitId: number): HTMLElement | null {
  return root.querySelector<HTMLElement>(`a[data-visit="${visitId}"]`)
}

/** Puts one card of each group, and its menu, in the order of Tab. */
export function rove(root: HTMLElement, current: Element | null): void {
  for (const group of root.querySelectorAll<HTMLElement>('.board, .board-tray > ol')) {
    const all = [...group.querySelectorAll<HTMLElement>(cards)]
    const held = current && group.contains(current) ? current : null
    const one = held ?? all.find((card) => card.dataset.current === '') ?? all[0]
    for (const card of all) {
      const stands = card === one
      if (stands) card.dataset.current = ''
      else if (card.dataset.current === '') delete card.dataset.current
      setTab(card, stands)
      const menu = card.parentElement?.querySelector<HTMLElement>('[data-menu]')
      if (menu) setTab(menu, stands)
    }
  }
}

function setTab(element: HTMLElement, stands: boolean) {
  const want = stands ? 0 : -1
  if (element.tabIndex !== want) element.tabIndex = want
}

type Step = 'left' | 'right' | 'up' | 'down' | 'home' | 'end'

const steps: Record<string, Step> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'home',
  End: 'end',
}

/** Where a key leads from a card; null when it leads nowhere. */
export function neighbour(card: HTMLElement, key: string): HTMLElement | null {
  const tray = card.closest('.board-tray')
  if (tray) return inTray([...tray.querySelectorAll<HTMLElement>(cards)], card, key)
  const step = steps[key]
  const lane = card.closest('.lane')
  if (!step || !lane) return null
  const along = [...lane.querySelectorAll<HTMLElement>(cards)].sort((a, b) => leftOf(a) - leftOf(b))
  const at = along.indexOf(card)
  switch (step) {
    case 'left':
      return along[at - 1] ?? null
    case 'right':
      return along[at + 1] ?? null
    case 'home':
      return along[0] ?? null
    case 'end':
      return along.at(-1) ?? null
    case 'up':
    case 'down':
      return nearestIn(lane, card, step === 'up' ? -1 : 1)
  }
}

function inTray(all: HTMLElement[], card: HTMLElement, key: string): HTMLElement | null {
  const at = all.indexOf(card)
  if (key === 'ArrowDown' || key === 'j') return all[at + 1] ?? null
  if (key === 'ArrowUp' || key === 'k') return all[at - 1] ?? null
  if (key === 'Home') return all[0] ?? null
  return key === 'End' ? (all.at(-1) ?? null) : null
}

/** The card of the next crew that has any, nearest in time. */
function nearestIn(lane: Element, card: HTMLElement, way: 1 | -1): HTMLElement | null {
  const lanes = [...(lane.closest('.board')?.querySelectorAll('.lane') ?? [])]
  const left = leftOf(card)
  for (let i = lanes.indexOf(lane) + way; i >= 0 && i < lanes.length; i += way) {
    const there = [...lanes[i]!.querySelectorAll<HTMLElement>(cards)]
    const near = there.sort((a, b) => Math.abs(leftOf(a) - left) - Math.abs(leftOf(b) - left))[0]
    if (near) return near
  }
  return null
}

const leftOf = (element: HTMLElement) => element.getBoundingClientRect().left
