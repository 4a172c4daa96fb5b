import { asc, desc, eq, sql } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import {
  returnApprovals,
  returnConsequences,
  returnDecisions,
  returnInspections,
} from '#db/schema/returns.ts'
import { visits } from '#db/schema/visits.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'
import type { Case } from './find-case.server.ts'

/** RX-3: every decision with who let it stand and what they saw, the latest first. Costs only for whoever may see them. */
export async function decisionsOfCase(ctx: Ctx, one: Case) {
  const rows = await ctx.db
    .select({
      decision: returnDecisions,
      by: staff.name,
      approved: returnApprovals.approved,
      approvalReason: returnApprovals.reason,
      approvedAt: returnApprovals.at,
      approver: sql<string | null>`(select s.name from staff s where s.id = ${returnApprovals.by})`,
      saw: returnApprovals.saw,
    })
    .from(returnDecisions)
    .innerJoin(staff, eq(staff.id, returnDecisions.by))
    .leftJoin(returnApprovals, eq(returnApprovals.decisionId, returnDecisions.id))
    .where(eq(returnDecisions.caseId, one.id))
    .orderBy(desc(returnDecisions.seq))
  const costs = may(ctx.actor, 'return:cost')
  return rows.map(({ decision, by, approved, approvalReason, approvedAt, approver, saw }) => ({
    id: decision.id,
    seq: decision.seq,
    remedy: decision.remedy,
    why: decision.why,
    told: decision.told,
    terms: decision.terms,
    plan: decision.plan,
    needs: decision.needs,
    at: decision.at,
    by,
    byId: decision.by,
    money: costs
      ? { costs: decision.costs, total: decision.total, currency: decision.currency }
      : null,
    approval:
      approved === null || approvedAt === null
        ? null
        : {
            approved,
            reason: approvalReason ?? '',
            at: approvedAt,
            by: approver ?? '',
            saw: costs ? saw : null,
          },
    standing:
      decision.id === one.pendingId
        ? ('pending' as const)
        : decision.id === one.decisionId
          ? ('in_force' as const)
          : approved === false
            ? ('sent_back' as const)
            : ('replaced' as const),
  }))
}

/** RX-4: what the decisions set going, with its visit. What an earlier decision wanted stays as cancelled. */
export const consequencesOfCase = (ctx: Ctx, one: Case) =>
  ctx.db
    .select({
      id: returnConsequences.id,
      kind: returnConsequences.kind,
      status: returnConsequences.status,
      decisionId: returnConsequences.decisionId,
      what: returnConsequences.what,
      promisedOn: returnConsequences.promisedOn,
      afterId: returnConsequences.afterId,
      notBefore: returnConsequences.notBefore,
      collects: returnConsequences.collects,
      amount: returnConsequences.amount,
      currency: returnConsequences.currency,
      method: returnConsequences.method,
      doneAt: returnConsequences.doneAt,
      /** Who did it, by name. */
      doneBy: staff.name,
      note: returnConsequences.note,
      visitId: returnConsequences.visitId,
      visitStatus: visits.status,
      windowStart: visits.windowStart,
      windowEnd: visits.windowEnd,
      fate: returnInspections.fate,
      condition: returnInspections.condition,
    })
    .from(returnConsequences)
    .leftJoin(visits, eq(visits.id, returnConsequences.visitId))
    .leftJoin(returnInspections, eq(returnInspections.consequenceId, returnConsequences.id))
    .leftJoin(staff, eq(staff.id, returnConsequences.doneBy))
    .where(eq(returnConsequences.caseId, one.id))
    .orderBy(asc(returnConsequences.id))
