import type { Costs, Remedy } from '#db/vocabulary/returns.ts'
import { type CostRates, usualCosts } from './costs.ts'

/** Cost lines as somebody changed them; `null` leaves the usual one. `residual` is typed above zero. */
export interface CostsTyped {
  remedy: Remedy
  amount: number | null
  goods: number | null
  residual: number | null
  freight: number | null
  labour: number | null
  charged: number | null
}

/** RX-3: what a way costs as it was decided, minor units: what was typed, else what is usual. */
export function costsDecided(typed: CostsTyped, price: number, rates: CostRates): Costs {
  const usual = usualCosts(typed.remedy, price, rates)
  const givesMoney = typed.remedy === 'refund' || typed.remedy === 'discount'
  return {
    goods: typed.goods ?? usual.goods,
    residual: typed.residual === null ? usual.residual : -typed.residual || 0,
    freight: typed.freight ?? usual.freight,
    labour: typed.labour ?? usual.labour,
    refund: givesMoney ? (typed.amount ?? usual.refund) : 0,
    charged: typed.charged ?? usual.charged,
  }
}
