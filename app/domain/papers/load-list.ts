import type { Goods, JobSheet } from './job-sheet.ts'

export interface Total extends Pick<Goods, 'model' | 'nameZh' | 'nameEn'> {
  quantity: number
  /** Of these, so many aren't in stock. */
  short: number
  /** How often only the ticket's words say what it is, without a number of pieces. */
  uncounted: number
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

export const isShort = ({ goods, marks }: Pick<JobSheet, 'goods' | 'marks'>) =>
  goods.some(({ short, atHome }) => short && !atHome) ||
  marks.some(({ kind }) => kind === 'parts_short')

function totalsOf(day: readonly JobSheet[]): Total[] {
  const totals = new Map<string, Total>()
  for (const one of day.flatMap(({ goods }) => goods)) {
    if (one.atHome) continue
    const { model, nameZh, nameEn, quantity } = one
    const key = model ?? `words ${nameZh}`
    const total = totals.get(key) ?? { model, nameZh, nameEn, quantity: 0, short: 0, uncounted: 0 }
    total.quantity += quantity ?? 0
    total.short += one.short ? (quantity ?? 1) : 0
    total.uncounted += quantity === null ? 1 : 0
    totals.set(key, total)
  }
  return [...totals.values()]
}
