import { type Remedy, remedies } from '#db/vocabulary/returns.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { usualCosts } from './costs.ts'
import type { Case } from './find-case.server.ts'
import { priceOf } from './price-of.server.ts'

/** The ways that make no sense for a reason are not weighed: what was never there is sent, not exchanged for a part. */
export function waysFor({ reason }: Pick<Case, 'reason'>): Remedy[] {
  return remedies.filter((remedy) => remedy !== (reason === 'missing_part' ? 'part' : 'missing'))
}

/**
 * RX-3: what every way usually costs, side by side, minor units, and up to which sum each level decides. `null` for those
 * who may not see costs: then none of it leaves the server.
 */
export async function moneyOfCase(ctx: Ctx, one: Case) {
  if (!may(ctx.actor, 'return:cost')) return null
  const { returnCosts, returnLimits } = await currentSettings(ctx)
  const { price, currency } = await priceOf(ctx, one)
  return {
    currency,
    /** No order names it: the lines that are shares of its price are nothing. */
    priced: price > 0,
    limits: returnLimits,
    ways: waysFor(one).map((remedy) => ({ remedy, costs: usualCosts(remedy, price, returnCosts) })),
  }
}
