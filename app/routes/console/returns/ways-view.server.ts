import { asksOf } from '#app/domain/returns/decide-form.ts'
import { consequencesOf } from '#app/domain/returns/consequences-of-decision.ts'
import type { WholeCase } from '#app/domain/returns/read-case.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { CollectChoice, Remedy } from '#db/vocabulary/returns.ts'

export type WaysView = NonNullable<ReturnType<typeof waysView>>
export type WayView = WaysView['ways'][number]

/**
 * RX-3: what every way costs, what it asks, and the words it begins with, in the customer's language; `null` for whoever
 * may not see costs.
 */
export function waysView({ money, ticket, case: one, usual, terms, order }: WholeCase) {
  if (money === null) return null
  const t = translate(ticket.locale)
  const product = (ticket.locale === 'en' ? order?.nameEn : order?.nameZh) ?? one.product
  const goods =
    one.quantity > 1 ? t('returns:queue.quantity', { product, count: one.quantity }) : product
  const covered = terms.some(({ verdict }) => verdict === 'applies')
  const draftOf = (remedy: Remedy) =>
    remedy === 'reject' && covered ? ('rejectCovered' as const) : remedy
  const say = (remedy: Remedy, charge: string) =>
    t(`returns:decide.draft.${draftOf(remedy)}`, { name: ticket.name, product: goods, charge })
  const ways = money.ways.map(({ remedy, costs }) => ({
    remedy,
    costs,
    asks: asksOf[remedy],
    told: say(remedy, t('returns:decide.free')),
    /** The same with a charge, whose sum stands as `{{amount}}`. */
    toldCharged: say(remedy, t('returns:decide.charge', { amount: '{{amount}}' })),
    what: remedy === 'exchange' ? goods : '',
    amount: costs.refund > 0 ? (costs.refund / 100).toFixed(2) : '',
    collect: collectOf[remedy] ?? [],
    visit: visitOf(remedy),
  }))
  return {
    currency: money.currency,
    priced: money.priced,
    limits: money.limits,
    usual: ways.some(({ remedy }) => remedy === usual) ? usual! : ways[0]!.remedy,
    ways,
  }
}

/** How the original can leave; the first is the usual one. */
const collectOf: Partial<Record<Remedy, CollectChoice[]>> = {
  exchange: ['same', 'before', 'none'],
  refund: ['before', 'none'],
}

/** What the visit of a way is, besides a collection. */
function visitOf(remedy: Remedy): 'delivery' | 'repair' | null {
  const plain = { what: '', promisedOn: null, collect: 'none', amount: null, method: null } as const
  const kinds = consequencesOf({ remedy, ...plain }, '').map(({ kind }) => kind)
  return kinds.find((kind) => kind === 'delivery' || kind === 'repair') ?? null
}
