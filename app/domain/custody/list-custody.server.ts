import { and, asc, eq, gt, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import { crews } from '#db/schema/crews.ts'
import { custodyReceipts } from '#db/schema/custody.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import type { CustodyPurpose } from '#db/vocabulary/work.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { dayOf } from '#app/platform/time.server.ts'
import type { CustodyList } from './custody-lists.ts'
import { visibleReceipts } from './visible-receipts.server.ts'

/** The last row of the page before: its day or its instant, as that list is ordered, and its key. */
export interface CustodyCursor {
  at: string | null
  id: number
}

const page = 50

/** Written out, not as a parameter: the planner matches it with the partial index of what is out. */
const out = sql`${custodyReceipts.purpose} = 'repair' and ${custodyReceipts.returnedAt} is null`

/** One of the lists, a page at a time: what is out by the day it should be back, all of it the latest first. */
export async function listCustody(ctx: Ctx, asked: Asked) {
  authorize(ctx.actor, 'custody:read')
  const rows = await pageOf(ctx, asked)
  const shown = rows.slice(0, page)
  const last = shown.at(-1)
  const today = dayOf(ctx.now())
  return {
    receipts: shown.map(({ id: _, crewZh, crewEn, takenAt, returnedAt, ...row }) => ({
      ...row,
      crew: (ctx.locale === 'en' ? crewEn : crewZh) ?? '',
      takenAt: takenAt.toISOString(),
      returnedAt: returnedAt?.toISOString() ?? null,
      overdue: isOverdue({ ...row, returned: returnedAt !== null }, today),
    })),
    next:
      rows.length > page && last
        ? { at: asked.list === 'all' ? last.takenAt.toISOString() : last.backOn, id: last.id }
        : null,
  }
}

interface Asked {
  list: CustodyList
  after: CustodyCursor | null
}

/** One row more than a page, in the order of the index that its list walks. */
export const pageOf = (ctx: Ctx, { list, after }: Asked) =>
  ctx.db
    .select({
      id: custodyReceipts.id,
      number: custodyReceipts.number,
      purpose: custodyReceipts.purpose,
      item: custodyReceipts.item,
      backOn: custodyReceipts.backOn,
      takenAt: custodyReceipts.takenAt,
      returnedAt: custodyReceipts.returnedAt,
      ticketNumber: tickets.number,
      customer: tickets.name,
      crewZh: crews.nameZh,
      crewEn: crews.nameEn,
    })
    .from(custodyReceipts)
    .innerJoin(tickets, eq(tickets.id, custodyReceipts.ticketId))
    .innerJoin(visits, eq(visits.id, custodyReceipts.visitId))
    .leftJoin(crews, eq(crews.id, visits.crewId))
    .where(
      and(
        visibleReceipts(ctx.actor),
        list === 'all' ? undefined : out,
        list === 'overdue' ? lt(custodyReceipts.backOn, dayOf(ctx.now())) : undefined,
        after ? (list === 'all' ? takenBefore(after) : dueAfter(after)) : undefined,
      ),
    )
    .orderBy(
      ...(list === 'all'
        ? [
            sql`${custodyReceipts.takenAt} desc nulls last`,
            sql`${custodyReceipts.id} desc nulls last`,
          ]
        : [asc(custodyReceipts.backOn), asc(custodyReceipts.id)]),
    )
    .limit(page + 1)

/** How many items should be back and aren't. */
export async function countOverdue(ctx: Ctx): Promise<number> {
  authorize(ctx.actor, 'custody:read')
  const [row] = await ctx.db
    .select({ overdue: sql<number>`count(*)::int` })
    .from(custodyReceipts)
    .innerJoin(tickets, eq(tickets.id, custodyReceipts.ticketId))
    .where(and(visibleReceipts(ctx.actor), out, lt(custodyReceipts.backOn, dayOf(ctx.now()))))
  return row?.overdue ?? 0
}

/** Whether it should have been back before today. */
export const isOverdue = (
  {
    purpose,
    backOn,
    returned,
  }: { purpose: CustodyPurpose; backOn: string | null; returned: boolean },
  today: string,
) => purpose === 'repair' && !returned && backOn !== null && backOn < today

/** What nobody named a day for comes last. */
function dueAfter({ at, id }: CustodyCursor): SQL | undefined {
  const { backOn } = custodyReceipts
  const later = gt(custodyReceipts.id, id)
  if (at === null) return and(isNull(backOn), later)
  return or(gt(backOn, at), and(eq(backOn, at), later), isNull(backOn))
}

function takenBefore({ at, id }: CustodyCursor): SQL | undefined {
  const taken = new Date(at ?? 0)
  return or(
    lt(custodyReceipts.takenAt, taken),
    and(eq(custodyReceipts.takenAt, taken), lt(custodyReceipts.id, id)),
  )
}
