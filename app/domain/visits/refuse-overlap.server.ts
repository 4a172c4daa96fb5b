import { type Ctx, databaseErrorCode } from '#app/platform/context.server.ts'
import type { Span } from '#app/domain/crews/index.server.ts'
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
    const plan = databaseErrorCode(error) === exclusionViolation ? wanted() : undefined
    if (!plan) throw error
    const [other] = await plannedVisits(ctx, [plan.crewId], plan.span, plan.visitId)
    throw crewTaken(ctx, other ?? plan.span)
  }
}
