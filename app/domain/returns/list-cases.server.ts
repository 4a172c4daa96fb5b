import { and, eq, isNotNull, or, sql, type SQL } from 'drizzle-orm'
import { returnCases, returnConsequences, returnDecisions } from '#db/schema/returns.ts'
import { tickets } from '#db/schema/tickets.ts'
import {
  type CaseStatus,
  type ConsequenceKind,
  type ConsequenceStatus,
  openCaseStatuses,
} from '#db/vocabulary/returns.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { CaseQueue } from './case-queues.ts'
import { visibleCases } from './visible-cases.server.ts'

/** The last row of the page before: its instant, as that list is ordered, and its key. */
export interface CaseCursor {
  at: string
  id: number
}

export const casesPerPage = 40

const statusOf: Record<Exclude<CaseQueue, 'all'>, CaseStatus> = {
  todo: 'asked',
  approve: 'approving',
  acting: 'acting',
  appealed: 'appealed',
  closed: 'closed',
}

/** Written out, not as a parameter: the planner matches it with the partial index of open cases. */
const has = (status: CaseStatus): SQL => sql`${returnCases.status} = ${sql.raw(`'${status}'`)}`

/** RX-5: a change of cause and shares waits for a signature too, whatever its case is at. */
export const sharesWait = isNotNull(returnCases.answerabilityPendingId)

const isIn = (queue: Exclude<CaseQueue, 'all'>): SQL | undefined =>
  queue === 'approve' ? or(has(statusOf.approve), sharesWait) : has(statusOf[queue])

/** What is open comes by when it is due, the rest the latest first. */
const byDue = (queue: CaseQueue) => queue !== 'closed' && queue !== 'all'

export type ListedCase = Awaited<ReturnType<typeof listCases>>['cases'][number]

/** RX-2: one page of a queue of cases, with what is the next thing open of each. */
export async function listCases(
  ctx: Ctx,
  { queue, after = null }: { queue: CaseQueue; after?: CaseCursor | null },
  perPage = casesPerPage,
) {
  authorize(ctx.actor, 'return:read')
  const rows = await pageOf(ctx, { queue, after }, perPage + 1)
  const shown = rows.slice(0, perPage)
  const last = shown.at(-1)
  return {
    cases: shown.map(({ id: _, askedAt, dueAt, next, ...row }) => ({
      ...row,
      askedAt: askedAt.toISOString(),
      dueAt: dueAt.toISOString(),
      next: next as NextOpen | null,
    })),
    next:
      rows.length > perPage && last
        ? { at: (byDue(queue) ? last.dueAt : last.askedAt).toISOString(), id: last.id }
        : null,
  }
}

/** What is to be done next of a case that was decided. */
export interface NextOpen {
  kind: ConsequenceKind
  status: ConsequenceStatus
  promisedOn: string | null
}

/** One row more than a page, in the order of the index that its queue walks. */
export const pageOf = (
  ctx: Ctx,
  { queue, after = null }: { queue: CaseQueue; after?: CaseCursor | null },
  limit = casesPerPage + 1,
) =>
  ctx.db
    .select({
      id: returnCases.id,
      number: returnCases.number,
      product: returnCases.product,
      quantity: returnCases.quantity,
      reason: returnCases.reason,
      wish: returnCases.wish,
      status: returnCases.status,
      askedAt: returnCases.askedAt,
      dueAt: returnCases.dueAt,
      customer: tickets.name,
      remedy: returnDecisions.remedy,
      needs: returnDecisions.needs,
      sharesWait: sql<boolean>`${returnCases.answerabilityPendingId} is not null`,
      next: sql<unknown>`(
        select json_build_object('kind', ${returnConsequences.kind}, 'status', ${returnConsequences.status},
          'promisedOn', ${returnConsequences.promisedOn})
        from ${returnConsequences}
        where ${returnConsequences.caseId} = ${returnCases.id} and ${returnConsequences.status} in ('open', 'going')
        order by ${returnConsequences.id} limit 1)`,
    })
    .from(returnCases)
    .innerJoin(tickets, eq(tickets.id, returnCases.ticketId))
    .leftJoin(
      returnDecisions,
      eq(returnDecisions.id, sql`coalesce(${returnCases.pendingId}, ${returnCases.decisionId})`),
    )
    .where(
      and(
        visibleCases(ctx.actor),
        queue === 'all' ? undefined : isIn(queue),
        after ? beyond(queue, after) : undefined,
      ),
    )
    .orderBy(
      ...(byDue(queue)
        ? [sql`${returnCases.dueAt}`, sql`${returnCases.id}`]
        : [sql`${returnCases.askedAt} desc nulls last`, sql`${returnCases.id} desc nulls last`]),
    )
    .limit(limit)

const beyond = (queue: CaseQueue, { at, id }: CaseCursor): SQL =>
  byDue(queue)
    ? sql`(${returnCases.dueAt}, ${returnCases.id}) > (${at}::timestamptz, ${id}::bigint)`
    : sql`(${returnCases.askedAt}, ${returnCases.id}) < (${at}::timestamptz, ${id}::bigint)`

export const isOpenCase = sql`${returnCases.status} in (${sql.raw(openCaseStatuses.map((one) => `'${one}'`).join(', '))})`

/** How many cases each queue of open ones has, and how many should have been decided by now. */
export async function countCases(ctx: Ctx) {
  authorize(ctx.actor, 'return:read')
  const now = ctx.now().toISOString()
  const of = (status: CaseStatus) =>
    sql<number>`count(*) filter (where ${returnCases.status} = ${status})::int`
  const [row] = await ctx.db
    .select({
      todo: of('asked'),
      approve: sql<number>`count(*) filter (where ${returnCases.status} = 'approving' or ${sharesWait})::int`,
      acting: of('acting'),
      appealed: of('appealed'),
      late: sql<number>`count(*) filter (where ${returnCases.status} = 'asked' and ${returnCases.dueAt} < ${now}::timestamptz)::int`,
    })
    .from(returnCases)
    .innerJoin(tickets, eq(tickets.id, returnCases.ticketId))
    .where(and(visibleCases(ctx.actor), or(isOpenCase, sharesWait)))
  return row ?? { todo: 0, approve: 0, acting: 0, appealed: 0, late: 0 }
}
