import type { LedgerRow } from '#app/domain/ledger/ledger.server.ts'
import { formatter } from '#app/i18n/format.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'
import { companyZone, dayOf } from '#app/platform/time.server.ts'
import type { SheetCell } from '#app/platform/workbook.server.ts'

export interface LedgerColumn {
  label: string
  /** In characters. */
  width: number
  cell: (row: LedgerRow) => SheetCell
}

/** RX-6: the columns of every export, in the reader's language; costs are for those who may know them. */
export function ledgerColumns(ctx: Ctx): LedgerColumn[] {
  const { locale, actor } = ctx
  const t = translate(locale)
  const format = formatter(locale, companyZone(), ctx.now())
  const between = locale === 'en' ? ', ' : '、'
  const day = (instant: string | null) => instant && { day: dayOf(new Date(instant)) }
  const col = (key: keyof typeof widths, cell: LedgerColumn['cell']): LedgerColumn => ({
    label: t(`returns:ledger.col.${key}`),
    width: widths[key],
    cell,
  })
  return [
    col('number', ({ number }) => number),
    col('asked', ({ askedAt }) => day(askedAt)),
    col('customer', ({ customer }) => customer),
    col('phone', ({ phone }) => format.phone(phone)),
    col('store', ({ store }) => store),
    col('order', ({ order }) => order),
    col('product', ({ product }) => product),
    col('quantity', ({ quantity }) => quantity),
    col('pieces', ({ pieces }) =>
      pieces.map(({ zh, en }) => (locale === 'en' ? en : zh)).join(between),
    ),
    col('reason', ({ reason }) => t(`returns:reason.${reason}`)),
    col('status', ({ status }) => t(`returns:status.${status}`)),
    col('remedy', ({ remedy }) => remedy && t(`returns:remedy.${remedy}`)),
    col('why', ({ why }) => why),
    ...(may(actor, 'return:cost')
      ? [
          col('cost', ({ total }) => (total === null ? null : { minor: total })),
          col('currency', ({ total, currency }) => (total === null ? null : currency)),
        ]
      : []),
    col('cause', ({ cause }) => cause),
    col('parties', ({ shares }) =>
      shares
        .map(({ party, percent }) =>
          t('returns:shares.part', { party: t(`returns:party.${party}`), percent }),
        )
        .join(between),
    ),
    col('closed', ({ closedAt }) => day(closedAt)),
    col('days', ({ days }) => days),
  ]
}

const widths = {
  number: 11,
  asked: 12,
  customer: 12,
  phone: 16,
  store: 16,
  order: 16,
  product: 24,
  quantity: 7,
  pieces: 18,
  reason: 16,
  status: 14,
  remedy: 14,
  why: 32,
  cost: 13,
  currency: 8,
  cause: 32,
  parties: 26,
  closed: 12,
  days: 10,
} as const

/** A cell as a text of its own: a CSV knows nothing else. */
export function textOf(cell: SheetCell): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return 'day' in cell ? cell.day : (cell.minor / 100).toFixed(2)
  return String(cell)
}
