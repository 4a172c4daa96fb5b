import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import {
  returnApprovals,
  returnCases,
  returnConsequences,
  returnDecisions,
} from '#db/schema/returns.ts'
import type { CaseStatus, ConsequenceKind } from '#db/vocabulary/returns.ts'
import { tickets } from '#db/schema/tickets.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { addHours } from '#app/platform/time.server.ts'
import { appealUntil } from './appeal-case.server.ts'
import { visibleCases } from './visible-cases.server.ts'

/** What a customer waits for; what becomes of an original is our own matter. */
const toldKinds = [
  'goods',
  'part',
  'collection',
  'delivery',
  'repair',
  'refund',
] as const satisfies readonly ConsequenceKind[]
type ToldKind = (typeof toldKinds)[number]

export type CaseForCustomer = NonNullable<Awaited<ReturnType<typeof readCaseForCustomer>>>
export type StepForCustomer = CaseForCustomer['steps'][number]

const withoutAppeal: readonly CaseStatus[] = ['asked', 'approving', 'cancelled', 'appealed']

/**
 * The latest return or exchange of a matter as its customer sees it: each field is named here, so that no cost, reason
 * between colleagues, share or name is ever among them. A decision that waits for its approval is none yet.
 */
export async function readCaseForCustomer(ctx: Ctx<CustomerActor>) {
  const [found] = await ctx.db
    .select({
      id: returnCases.id,
      number: returnCases.number,
      product: returnCases.product,
      quantity: returnCases.quantity,
      status: returnCases.status,
      dueAt: returnCases.dueAt,
      decisionId: returnCases.decisionId,
      told: returnDecisions.told,
      decidedAt: returnDecisions.at,
      approvedAt: returnApprovals.at,
      appealedAt: returnCases.appealedAt,
      appealWords: returnCases.appealWords,
      closedAt: returnCases.closedAt,
      cancelReason: returnCases.cancelReason,
    })
    .from(returnCases)
    .innerJoin(tickets, eq(tickets.id, returnCases.ticketId))
    .leftJoin(returnDecisions, eq(returnDecisions.id, returnCases.decisionId))
    .leftJoin(returnApprovals, eq(returnApprovals.decisionId, returnCases.decisionId))
    .where(visibleCases(ctx.actor))
    .orderBy(desc(returnCases.id))
    .limit(1)
  if (!found) return null
  const { id, decisionId, told, decidedAt, approvedAt, appealedAt, appealWords, ...rest } = found
  // It is told once whoever must has let it stand.
  const toldAt = approvedAt ?? decidedAt
  const { appealDays, decideHours } = await currentSettings(ctx)
  const until = toldAt && appealUntil(toldAt, appealDays)
  const appealed = appealedAt !== null && (toldAt === null || toldAt <= appealedAt)
  const answerBy = appealed
    ? addHours(appealedAt, decideHours)
    : toldAt === null
      ? rest.dueAt
      : null
  const mayAppeal = !withoutAppeal.includes(rest.status) && appealedAt === null
  return {
    number: rest.number,
    product: rest.product,
    quantity: rest.quantity,
    status: rest.status,
    /** By when they hear of us; null where nothing was asked that isn't answered. */
    answerBy: answerBy?.toISOString() ?? null,
    late: answerBy !== null && answerBy < ctx.now(),
    decision: toldAt && told !== null ? { told, at: toldAt.toISOString() } : null,
    appeal: appealedAt && {
      words: appealWords ?? '',
      at: appealedAt.toISOString(),
      /** Decided again since. */
      answered: !appealed,
    },
    /** RX-3: until then they may disagree, once. */
    disagreeUntil: mayAppeal && until && until > ctx.now() ? until.toISOString() : null,
    closedAt: rest.closedAt?.toISOString() ?? null,
    cancelReason: rest.cancelReason,
    steps: decisionId === null ? [] : await stepsOf(ctx, id),
  }
}

/** What the decision in force brings, the earliest first. */
async function stepsOf(ctx: Ctx, caseId: number) {
  const rows = await ctx.db
    .select({
      id: returnConsequences.id,
      kind: returnConsequences.kind,
      status: returnConsequences.status,
      promisedOn: returnConsequences.promisedOn,
      notBefore: returnConsequences.notBefore,
      visitId: returnConsequences.visitId,
      amount: returnConsequences.amount,
      currency: returnConsequences.currency,
      method: returnConsequences.method,
      collects: returnConsequences.collects,
      doneAt: returnConsequences.doneAt,
    })
    .from(returnConsequences)
    .where(
      and(
        eq(returnConsequences.caseId, caseId),
        inArray(returnConsequences.status, ['open', 'going', 'done']),
        inArray(returnConsequences.kind, [...toldKinds]),
      ),
    )
    .orderBy(asc(returnConsequences.id))
  return rows.map(({ kind, doneAt, notBefore, amount, currency, method, ...row }) => ({
    ...row,
    kind: kind as ToldKind,
    refund:
      amount !== null && currency !== null && method !== null ? { amount, currency, method } : null,
    notBefore: notBefore?.toISOString() ?? null,
    doneAt: doneAt?.toISOString() ?? null,
  }))
}
