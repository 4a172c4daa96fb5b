import type { Role } from '#db/vocabulary/roles.ts'
import {
  type Costs,
  type DecisionLevel,
  decisionLevels,
  type Remedy,
} from '#db/vocabulary/returns.ts'

/** What a way costs by default: shares of the price it was sold at, the rest in minor units. */
export interface CostRates {
  goodsShare: number
  partShare: number
  residualShare: number
  /** One way between the warehouse and the home. */
  carriage: number
  visit: number
  repairVisit: number
}

/** The part of the price that a discount begins with. */
const discountShare = 0.1

const none: Costs = { goods: 0, residual: 0, freight: 0, labour: 0, refund: 0, charged: 0 }

/**
 * RX-3: what a way usually costs the company, minor units. `residual` is what the original is still worth, below zero;
 * `charged` is what the customer bears.
 * @param price what the goods concerned were sold for, minor units
 */
export function usualCosts(remedy: Remedy, price: number, rates: CostRates): Costs {
  const share = (part: number) => Math.round(price * part)
  const residual = -share(rates.residualShare) || 0
  switch (remedy) {
    case 'exchange':
      return {
        ...none,
        goods: share(rates.goodsShare),
        residual,
        freight: rates.carriage * 2,
        labour: rates.visit,
      }
    case 'part':
      return {
        ...none,
        goods: share(rates.partShare),
        freight: rates.carriage,
        labour: rates.repairVisit,
      }
    case 'missing':
      return {
        ...none,
        goods: share(rates.partShare),
        freight: rates.carriage,
        labour: rates.visit,
      }
    case 'repair':
      return { ...none, labour: rates.repairVisit }
    case 'discount':
      return { ...none, refund: share(discountShare) }
    case 'refund':
      return { ...none, residual, freight: rates.carriage, labour: rates.visit, refund: price }
    case 'reject':
      return none
  }
}

/** What the company bears in all, minor units. */
export const totalOf = ({ goods, residual, freight, labour, refund, charged }: Costs): number =>
  goods + residual + freight + labour + refund - charged

/** RX-2: whose signature a way needs. Money that goes back is the manager's; above the limits it goes up. */
export function levelFor(
  remedy: Remedy,
  total: number,
  limits: { desk: number; general: number },
): DecisionLevel {
  if (total > limits.general) return 'general'
  if (remedy === 'refund' || remedy === 'discount' || total > limits.desk) return 'manager'
  return 'desk'
}

export const higherLevel = (one: DecisionLevel, other: DecisionLevel): DecisionLevel =>
  isAtLeast(one, other) ? one : other

/** Whether somebody of this level may let stand what needs that one. */
export const isAtLeast = (level: DecisionLevel, needed: DecisionLevel): boolean =>
  decisionLevels.indexOf(level) >= decisionLevels.indexOf(needed)

/** The highest level at which somebody with these roles decides. */
export function levelOf(roles: readonly Role[]): DecisionLevel {
  if (roles.includes('general_manager')) return 'general'
  return roles.includes('aftersales_manager') ? 'manager' : 'desk'
}
