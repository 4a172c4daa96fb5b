import type { Mark } from '#app/domain/visits/index.server.ts'
import type { CheckToDo, Earlier, Line, ReceiptOut } from './facts-of-sheets.server.ts'
import type { SheetRow } from './sheet-rows.server.ts'

/** What goes into the home, or was brought there before. */
export interface Goods {
  model: string | null
  /** As the catalogue calls it, or as the ticket does. */
  nameZh: string
  nameEn: string
  /** Unknown when only the ticket's words say what it is. */
  quantity: number | null
  /** BK-5: not in stock yet. */
  short: boolean
  /** Delivered before, or on another visit. */
  atHome: boolean
}

/** DS-5: all that is printed of one visit. */
export interface JobSheet extends Omit<SheetRow, 'home' | 'order' | 'crew' | 'consequence'> {
  /** Which stop of its crew's day it is, and of how many; null without a crew. */
  position: number | null
  stops: number
  crew: (NonNullable<SheetRow['crew']> & { members: string[] }) | null
  order: SheetRow['order']
  home: SheetRow['home']
  warranty: { until: string; covered: boolean } | null
  before: Earlier | null
  marks: Mark[]
  goods: Goods[]
  checks: CheckToDo[]
  /** Items to give back against their receipts (VS-4). */
  toGiveBack: ReceiptOut[]
  /** What the customer hands over: the original of an exchange (VS-5), or what they return. */
  collects: 'original' | 'return' | null
}

/** What a visit brings: the order's lines for what was bought, what the ticket names for anything else. */
export function goodsOf(row: SheetRow, lines: readonly Line[]): Goods[] {
  const { skill, ticket, order, consequence } = row
  if (skill !== 'delivery' && skill !== 'install') return []
  if (consequence) return consequence.kind === 'delivery' ? [broughtFor(consequence)] : []
  if (ticket.kind === 'return') return []
  const atHome = skill === 'install' && (row.afterVisitId !== null || Boolean(order?.deliveredOn))
  if ((ticket.kind === 'delivery' || ticket.kind === 'install') && lines.length > 0) {
    return lines.map(({ model, nameZh, nameEn, quantity, arrivedAt }) => ({
      ...{ model, nameZh, nameEn, quantity, atHome },
      short: arrivedAt === null && !order?.deliveredOn,
    }))
  }
  const { product } = ticket
  return [{ model: null, nameZh: product, nameEn: product, quantity: null, short: false, atHome }]
}

/** RX-4: a replacement, or what was missing. */
const broughtFor = ({ what }: { what: string }): Goods => ({
  ...{ model: null, nameZh: what, nameEn: what, quantity: null },
  ...{ short: false, atHome: false },
})

export function collectsOf(
  { skill, ticket, consequence, notCollectedBecause }: SheetRow,
  receipts: readonly ReceiptOut[],
): JobSheet['collects'] {
  if (skill === 'survey') return null
  if (consequence) {
    if (notCollectedBecause !== null) return null
    return consequence.kind === 'collection' ? 'return' : consequence.collects ? 'original' : null
  }
  if (ticket.kind === 'return') return skill === 'delivery' ? 'return' : null
  const over = notCollectedBecause !== null || receipts.some((one) => one.purpose === 'exchange')
  return ticket.kind === 'exchange' && !over ? 'original' : null
}
