import { type Ctx, databaseErrorCode } from '#app/platform/context.server.ts'
import type { Span } from '#app/domain/crews/index.server.ts'
import type { RefusalKey } from '#app/i18n/keys.ts'
import { type DomainError, refused } from '#app/platform/errors.ts'
import { crewTaken, plannedVisits } from './crew-plan.server.ts'

const exclusionViolation = '23P01'

/**
 * Runs a plan's whole transaction. Should the database refuse it because the crew would be in two places (BK-2),
 * that becomes a refusal that names when.
 */
export async function refusingOverlap<T>(
  ctx: Ctx,
  wanted: () => { crewId: number; visitId: number; span: Span } | undefined,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const early = tooEarly(error)
    if (early) throw early
    const plan = databaseErrorCode(error) === exclusionViolation ? wanted() : undefined
    if (!plan) throw error
    const [other] = await plannedVisits(ctx, [plan.crewId], plan.span, plan.visitId)
    throw crewTaken(ctx, other ?? plan.span)
  }
}

/** Runs a change of linked visits; should the second come before the first (BK-1), that becomes a refusal. */
export async function refusingDisorder<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw tooEarly(error) ?? error
  }
}

const earlyBy: Record<string, RefusalKey> = {
  visits_after_their_first: 'linkedTooEarly',
  visits_after_their_goods: 'goodsNotThere',
}

/** BK-1, RX-4: before the visit it is linked to has ended, or before its goods are promised. */
function tooEarly(error: unknown): DomainError | null {
  for (let e = error; e instanceof Error; e = e.cause) {
    const code = earlyBy[String((e as { constraint_name?: unknown }).constraint_name)]
    if (code) return refused(code)
  }
  return null
}
