import type { ConsequenceKind, Plan, RefundMethod } from '#db/vocabulary/returns.ts'
import type { Skill } from '#db/vocabulary/visits.ts'

/** One thing to be done; `after` is the kind that must be done before. */
export interface Planned {
  kind: ConsequenceKind
  what: string
  after?: ConsequenceKind
  promisedOn?: string
  skill?: Skill
  collects?: boolean
  amount?: number
  method?: RefundMethod
}

/** RX-4: what a decision sets going, in the order in which it is done. `product` names the original. */
export function consequencesOf(plan: Plan, product: string): Planned[] {
  const { what, promisedOn, collect } = plan
  const original = (after: ConsequenceKind): Planned => ({ kind: 'original', what: product, after })
  const collection: Planned = { kind: 'collection', what: product, skill: 'delivery' }
  const money: Planned[] =
    plan.amount !== null && plan.method !== null
      ? [{ kind: 'refund', what: product, amount: plan.amount, method: plan.method }]
      : []
  const supply = (kind: 'goods' | 'part'): Planned => ({
    kind,
    what,
    ...(promisedOn === null ? {} : { promisedOn }),
  })
  switch (plan.remedy) {
    case 'exchange': {
      const collects = collect === 'same'
      return [
        supply('goods'),
        ...(collect === 'before' ? [collection] : []),
        { kind: 'delivery', what, after: 'goods', skill: 'delivery', collects },
        ...(collect === 'none' ? [] : [original(collects ? 'delivery' : 'collection')]),
      ]
    }
    case 'part':
      return [supply('part'), { kind: 'repair', what, after: 'part', skill: 'repair' }]
    case 'missing':
      return [supply('part'), { kind: 'delivery', what, after: 'part', skill: 'delivery' }]
    case 'repair':
      return [{ kind: 'repair', what, skill: 'repair' }]
    case 'discount':
      return money
    case 'refund':
      return [...(collect === 'none' ? [] : [collection, original('collection')]), ...money]
    case 'reject':
      return []
  }
}
