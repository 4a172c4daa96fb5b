import type { WholeCase } from '#app/domain/returns/read-case.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Plan } from '#db/vocabulary/returns.ts'

export type DecisionView = ReturnType<typeof decisionView>

/** A decision as it was made; costs are there only for whoever was sent them. */
export function decisionView(ctx: Ctx, decision: WholeCase['decisions'][number]) {
  const { approval, plan, terms } = decision
  // Of somebody who was erased the words are missing.
  const { what, promisedOn, collect, method }: Partial<Plan> = plan
  return {
    id: decision.id,
    seq: decision.seq,
    remedy: decision.remedy,
    why: decision.why,
    told: decision.told,
    needs: decision.needs,
    at: decision.at.toISOString(),
    by: decision.by,
    standing: decision.standing,
    money: decision.money,
    terms: terms.map(({ nameZh, nameEn, verdict }) => ({
      name: ctx.locale === 'en' ? nameEn : nameZh,
      verdict,
    })),
    what: what || null,
    promisedOn: promisedOn ?? null,
    collect: collect ?? null,
    method: method ?? null,
    approval: approval && {
      approved: approval.approved,
      reason: approval.reason,
      at: approval.at.toISOString(),
      by: approval.by,
      saw: sawIn(approval.saw),
    },
  }
}

/** The customer's history in figures as whoever signed had it before them. */
function sawIn(saw: Record<string, unknown> | null) {
  const history = saw?.['history']
  if (typeof history !== 'object' || history === null) return null
  const figure = (key: string) => {
    const value = (history as Record<string, unknown>)[key]
    return typeof value === 'number' ? value : 0
  }
  const total = saw?.['total']
  return {
    tickets: figure('tickets'),
    cases: figure('cases'),
    complaints: figure('complaints'),
    total: typeof total === 'number' ? total : 0,
  }
}
