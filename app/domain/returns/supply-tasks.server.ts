import { and, asc, eq, gt, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { returnCases, returnConsequences } from '#db/schema/returns.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { supplyKinds } from '#db/vocabulary/returns.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { dayOf } from '#app/platform/time.server.ts'
import type { OriginalStep, PromiseTime, SupplyList } from './supply-lists.ts'
import { visibleCases } from './visible-cases.server.ts'

/** The last row of the page before: the day it is promised, where it has one, and its key. */
export interface SupplyCursor {
  promisedOn: string | null
  id: number
}

export interface SupplyFilter {
  kind: (typeof supplyKinds)[number] | null
  when: PromiseTime | null
  step: OriginalStep | null
}

export type SupplyTask = Awaited<ReturnType<typeof supplyTasks>>['tasks'][number]

export const tasksPerPage = 50

/** Written out, not as a parameter: the planner matches it with the index of what is to be done. */
const toDo = sql`${returnConsequences.status} in ('open', 'going')`
const { id, kind, promisedOn, status } = returnConsequences
const before = alias(returnConsequences, 'before')

/**
 * RX-4: what the warehouse gets ready, by the day it is promised and what is late first; and the originals it receives
 * and inspects, those asked for first before the others. A page at a time.
 */
export async function supplyTasks(
  ctx: Ctx,
  asked: { list: SupplyList; filter: SupplyFilter; after: SupplyCursor | null },
) {
  authorize(ctx.actor, 'return:supply')
  const today = dayOf(ctx.now())
  const rows = await ctx.db
    .select({
      id,
      kind,
      status,
      promisedOn,
      what: returnConsequences.what,
      note: returnConsequences.note,
      startedAt: returnConsequences.startedAt,
      number: returnCases.number,
      product: returnCases.product,
      customer: tickets.name,
      ticket: tickets.number,
      /** What an original comes with. */
      before: { status: before.status, visitId: before.visitId },
    })
    .from(returnConsequences)
    .innerJoin(returnCases, eq(returnCases.id, returnConsequences.caseId))
    .innerJoin(tickets, eq(tickets.id, returnCases.ticketId))
    .leftJoin(before, eq(before.id, returnConsequences.afterId))
    .where(and(toDo, visibleCases(ctx.actor), ...wanted(asked, today), following(asked.after)))
    .orderBy(...(asked.list === 'supply' ? [asc(promisedOn)] : []), asc(id))
    .limit(tasksPerPage + 1)
  const shown = rows.slice(0, tasksPerPage)
  const last = shown.at(-1)
  const windows = await windowsOf(ctx, shown)
  return {
    tasks: shown.map(({ before: first, startedAt, ...row }) => ({
      ...row,
      startedAt: startedAt?.toISOString() ?? null,
      late: row.promisedOn !== null && row.promisedOn < today,
      collected: first?.status === 'done',
      /** The visit that waits for it, or that brings it. */
      visit: windows.get(row.id) ?? null,
    })),
    next: rows.length > tasksPerPage && last ? { promisedOn: last.promisedOn, id: last.id } : null,
  }
}

/** How much the warehouse has to do: goods and parts that aren't there, and originals that are. */
export async function countSupplyTasks(ctx: Ctx): Promise<Record<SupplyList, number>> {
  authorize(ctx.actor, 'return:supply')
  const [row] = await ctx.db
    .select({
      supply: sql<number>`count(*) filter (where ${kind} <> 'original')::int`,
      originals: sql<number>`count(*) filter (where ${kind} = 'original')::int`,
    })
    .from(returnConsequences)
    .innerJoin(returnCases, eq(returnCases.id, returnConsequences.caseId))
    .innerJoin(tickets, eq(tickets.id, returnCases.ticketId))
    .leftJoin(before, eq(before.id, returnConsequences.afterId))
    .where(
      and(
        toDo,
        visibleCases(ctx.actor),
        or(
          inArray(kind, [...supplyKinds]),
          and(eq(kind, 'original'), or(eq(status, 'going'), eq(before.status, 'done'))),
        ),
      ),
    )
  return row!
}

function wanted(
  { list, filter }: { list: SupplyList; filter: SupplyFilter },
  today: string,
): (SQL | undefined)[] {
  if (list === 'originals') {
    const at = filter.step && eq(status, filter.step === 'receive' ? 'open' : 'going')
    return [eq(kind, 'original'), at ?? undefined]
  }
  const times = { late: lt(promisedOn, today), today: eq(promisedOn, today) }
  return [
    filter.kind ? eq(kind, filter.kind) : inArray(kind, [...supplyKinds]),
    filter.when === 'later'
      ? gt(promisedOn, today)
      : filter.when === null
        ? undefined
        : times[filter.when],
  ]
}

function following(after: SupplyCursor | null): SQL | undefined {
  if (!after) return undefined
  const later = gt(id, after.id)
  if (after.promisedOn === null) return later
  return or(gt(promisedOn, after.promisedOn), and(eq(promisedOn, after.promisedOn), later))
}

/** The window of the visit that waits for goods, or with which an original comes. */
async function windowsOf(
  ctx: Ctx,
  rows: readonly { id: number; before: { visitId: number | null } | null }[],
): Promise<Map<number, { start: string; end: string }>> {
  if (rows.length === 0) return new Map()
  const brings = new Map(
    rows.flatMap((row) => (row.before?.visitId ? [[row.before.visitId, row.id] as const] : [])),
  )
  const found = await ctx.db
    .select({
      visitId: visits.id,
      afterId: returnConsequences.afterId,
      start: visits.windowStart,
      end: visits.windowEnd,
    })
    .from(returnConsequences)
    .innerJoin(visits, eq(visits.id, returnConsequences.visitId))
    .where(
      or(
        inArray(
          returnConsequences.afterId,
          rows.map((row) => row.id),
        ),
        brings.size > 0 ? inArray(returnConsequences.visitId, [...brings.keys()]) : undefined,
      ),
    )
    .orderBy(asc(visits.windowStart))
  const windows = new Map<number, { start: string; end: string }>()
  const ids = new Set(rows.map((row) => row.id))
  for (const { visitId, afterId, start, end } of found) {
    const window = { start: start.toISOString(), end: end.toISOString() }
    const brought = brings.get(visitId)
    if (brought !== undefined) windows.set(brought, window)
    if (afterId !== null && ids.has(afterId) && !windows.has(afterId)) windows.set(afterId, window)
  }
  return windows
}
