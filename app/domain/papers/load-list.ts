import type { Goods, JobSheet } from './job-sheet.ts'

export interface Total extends Pick<Goods, 'model' | 'nameZh' | 'nameEn'> {
  /** Unknown when only tickets' words say what it is. */
  quantity: number | null
  /** Of these, so many aren't in stock. */
  short: number
}

export interface LoadList {
  /** In the order of loading: what is delivered last goes in first. */
  stops: JobSheet[]
  totals: Total[]
  /** Stops whose goods or parts aren't all there. */
  short: JobSheet[]
  /** What comes back on the vehicle. */
  collects: JobSheet[]
}

/** DS-5: what a vehicle takes along, from its day in order. */
export function loadListOf(day: readonly JobSheet[]): LoadList {
  return {
    stops: day.toReversed(),
    totals: totalsOf(day),
    short: day.filter(isShort),
    collects: day.filter(({ collects, home }) => collects !== null || home?.takeAway),
  }
}

/** Nothing goes onto the vehicle, comes back on it or is missing from it: no list is needed. */
export const loadsNothing = ({ stops, short, collects }: LoadList) =>
  short.length === 0 &&
  collects.length === 0 &&
  stops.every(
    ({ goods, toGiveBack }) => toGiveBack.length === 0 && goods.every(({ atHome }) => atHome),
  )

export const isShort = ({ goods, marks }: Pick<JobSheet, 'goods' | 'marks'>) =>
  goods.some(({ short, atHome }) => short && !atHome) ||
  marks.some(({ kind }) => kind === 'parts_short')

function totalsOf(day: readonly JobSheet[]): Total[] {
  const totals = new Map<string, Total>()
  for (const one of day.flatMap(({ goods }) => goods)) {
    if (one.atHome) continue
    const { model, nameZh, nameEn, quantity, short } = one
    const key = model ?? `words ${nameZh}`
    const total = totals.get(key) ?? { model, nameZh, nameEn, quantity: null, short: 0 }
    if (quantity !== null) total.quantity = (total.quantity ?? 0) + quantity
    if (short) total.short += quantity ?? 1
    totals.set(key, total)
  }
  return [...totals.values()]
}
