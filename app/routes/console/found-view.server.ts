import type { Found } from '#app/domain/finding/find-everything.server.ts'
import { type Mark, marksIn } from '#app/domain/search/highlight.ts'
import { wordsAsked } from '#app/domain/search/words.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { settingsFound } from './admin/settings-found.server.ts'
import { casePath } from './returns/case-look.ts'
import { claimPath } from './returns/claims/claim-look.ts'

export type FoundView = ReturnType<typeof foundView>
export type BesideGroup = FoundView['beside'][number]

export interface BesideItem {
  href: string
  title: string
  marks: Mark[]
  /** E.164. */
  phone?: string
  line?: string
  lineMarks?: Mark[]
  standing?: Found['orders'][number]['status'] | 'delivered'
}

export const pathOfReturn = ({ of, number }: Found['returns'][number]) =>
  of === 'case' ? casePath(number) : claimPath(number)

/** Only what the page shows. */
export function foundView(ctx: Ctx<StaffActor>, found: Found, q: string) {
  const groups: {
    key: 'customers' | 'orders' | 'returns' | 'answers' | 'settings'
    more: boolean
    items: BesideItem[]
  }[] = [
    {
      key: 'customers',
      more: found.moreCustomers,
      items: found.customers.map((row) => ({
        href: `/console/customers/${row.id}`,
        title: row.name,
        marks: row.nameMarks,
        phone: row.phone,
        line: row.address ?? '',
        lineMarks: row.addressMarks,
      })),
    },
    {
      key: 'orders',
      more: found.moreOrders,
      items: found.orders.map((row) => ({
        href: `/console/orders/${encodeURIComponent(row.number)}`,
        title: row.number,
        marks: row.numberMarks,
        line: row.name,
        lineMarks: row.nameMarks,
        standing: row.delivered ? 'delivered' : row.status,
      })),
    },
    {
      key: 'returns',
      more: false,
      items: found.returns.map((row) => ({
        href: pathOfReturn(row),
        title: row.number,
        marks: [],
        line: [row.product, row.name].join(' · '),
      })),
    },
    {
      key: 'answers',
      more: false,
      items: found.answers.map((row) => ({
        href: `/console/knowledge/${row.slug}`,
        title: row.title,
        marks: row.titleMarks,
      })),
    },
    {
      key: 'settings',
      more: false,
      items: settingsFound(ctx, q).map(({ href, title, about }) => ({
        href,
        title,
        marks: marksIn(title, wordsAsked(q)),
        line: about,
        lineMarks: marksIn(about, wordsAsked(q)),
      })),
    },
  ]
  const { rows, count, more, older } = found.tickets
  return {
    beside: groups.filter(({ items }) => items.length > 0),
    tickets: {
      rows: rows.map(({ storeZh, storeEn, createdAt, ...row }) => ({
        ...row,
        place: (ctx.locale === 'en' ? storeEn : storeZh) ?? '',
        createdAt: createdAt.toISOString(),
      })),
      count,
      more,
      older: older && `${older.at}-${older.id}`,
    },
  }
}
