import { and, asc, count, eq, type SQL, sql } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { complaints } from '#db/schema/complaints.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visibleTickets } from '#app/domain/tickets/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize, may } from '#app/platform/permissions.ts'
import type { ComplaintQueue } from './complaint-queues.ts'

/** The last row of the page before: when it was opened, and its ticket. */
export type ComplaintPlace = [Date, number]

export type ListedComplaint = Awaited<ReturnType<typeof listComplaints>>['complaints'][number]

const page = 40
const unended = ['open', 'investigating', 'answered'] as const
/** Written out, not as parameters: the planner matches it with the partial index of what is not over. */
const isUnended = sql`${complaints.status} in (${sql.raw(unended.map((one) => `'${one}'`).join(', '))})`
/** What waits stands in the order it came; what is over, the latest first. */
const oldestFirst = (queue: ComplaintQueue) => queue !== 'closed' && queue !== 'all'

/** CP-1: a queue of complaints, a page at a time. Nobody finds those about themselves. */
export async function listComplaints(
  ctx: Ctx<StaffActor>,
  { queue, after }: { queue: ComplaintQueue; after: ComplaintPlace | null },
) {
  authorize(ctx.actor, 'complaint:handle')
  const place = sql`(${complaints.openedAt}, ${complaints.ticketId})`
  const edge = after && sql`(${after[0].toISOString()}::timestamptz, ${after[1]}::bigint)`
  const oldest = oldestFirst(queue)
  const rows = await ctx.db
    .select({
      id: complaints.ticketId,
      number: tickets.number,
      status: complaints.status,
      about: complaints.about,
      customer: tickets.name,
      product: tickets.product,
      words: sql<string>`left(split_part(${tickets.description}, chr(10), 1), 120)`,
      owner: staff.name,
      openedAt: complaints.openedAt,
      answeredAt: complaints.answeredAt,
      closedAt: complaints.closedAt,
      verdict: complaints.verdict,
    })
    .from(complaints)
    .innerJoin(tickets, eq(tickets.id, complaints.ticketId))
    .leftJoin(staff, eq(staff.id, tickets.ownerId))
    .where(
      and(
        seen(ctx),
        inQueue(ctx.actor, queue),
        edge ? (oldest ? sql`${place} > ${edge}` : sql`${place} < ${edge}`) : undefined,
      ),
    )
    .orderBy(
      ...(oldest
        ? [asc(complaints.openedAt), asc(complaints.ticketId)]
        : [
            sql`${complaints.openedAt} desc nulls last`,
            sql`${complaints.ticketId} desc nulls last`,
          ]),
    )
    .limit(page + 1)
  const shown = rows.slice(0, page)
  const last = shown.at(-1)
  return {
    complaints: shown.map(({ openedAt, answeredAt, closedAt, ...row }) => ({
      ...row,
      openedAt: openedAt.toISOString(),
      answeredAt: answeredAt?.toISOString() ?? null,
      closedAt: closedAt?.toISOString() ?? null,
    })),
    next: rows.length > page && last ? `${last.openedAt.toISOString()},${last.id}` : null,
  }
}

/** How many stand in each queue that waits for somebody. */
export async function countComplaints(
  ctx: Ctx<StaffActor>,
): Promise<Record<(typeof unended)[number] | 'mine', number>> {
  authorize(ctx.actor, 'complaint:handle')
  const rows = await ctx.db
    .select({
      status: complaints.status,
      count: count(),
      mine: sql<number>`(count(*) filter (where ${tickets.ownerId} = ${ctx.actor.id}))::int`,
    })
    .from(complaints)
    .innerJoin(tickets, eq(tickets.id, complaints.ticketId))
    .where(and(seen(ctx), isUnended))
    .groupBy(complaints.status)
  const of = (status: string) => rows.find((row) => row.status === status)?.count ?? 0
  return {
    open: of('open'),
    investigating: of('investigating'),
    answered: of('answered'),
    mine: rows.reduce((sum, { mine }) => sum + mine, 0),
  }
}

/** How many nobody has begun with; `null` for whom they are no business. */
export async function countComplaintsWaiting(ctx: Ctx<StaffActor>): Promise<number | null> {
  if (!may(ctx.actor, 'complaint:handle')) return null
  const [row] = await ctx.db
    .select({ count: count() })
    .from(complaints)
    .innerJoin(tickets, eq(tickets.id, complaints.ticketId))
    .where(and(seen(ctx), eq(complaints.status, 'open')))
  return row?.count ?? 0
}

/** Tickets that are complaints still, and not about whoever asks. */
const seen = (ctx: Ctx<StaffActor>): SQL | undefined =>
  and(
    eq(tickets.kind, 'complaint'),
    visibleTickets(ctx.actor),
    sql`not exists (select from complaint_people
      where complaint_people.ticket_id = ${complaints.ticketId}
        and complaint_people.staff_id = ${ctx.actor.id})`,
  )

function inQueue(me: StaffActor, queue: ComplaintQueue): SQL | undefined {
  if (queue === 'all') return undefined
  if (queue === 'mine') {
    return and(eq(tickets.ownerId, me.id), isUnended)
  }
  return eq(complaints.status, queue)
}
