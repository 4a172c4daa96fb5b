import { and, asc, desc, eq, gt, lt, or, sql } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { inboundMails } from '#db/schema/mail.ts'
import { tickets } from '#db/schema/tickets.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'

const page = 50
const enough = 1000

/** Written out, not as parameters: the planner matches it with the partial index. */
const waits = sql`${inboundMails.status} in ('review', 'failed')`

/** How many mails wait for a colleague; stops counting at a thousand. */
export async function countMailsToReview(ctx: Ctx): Promise<number> {
  const some = ctx.db
    .select({ one: sql`1` })
    .from(inboundMails)
    .where(waits)
    .limit(enough)
    .as('some')
  return ctx.db.$count(some)
}

/**
 * The mails that wait for a colleague, the longest waiting first; or all that came in, the latest first.
 * @param after the last row of the page before: its time and its key
 */
export async function listMails(
  ctx: Ctx<StaffActor>,
  { show, after }: { show: 'review' | 'all'; after: [Date, string] | null },
) {
  authorize(ctx.actor, 'mail:review')
  const { receivedAt, id } = inboundMails
  const beyond = after && {
    review: or(gt(receivedAt, after[0]), and(eq(receivedAt, after[0]), gt(id, after[1]))),
    all: or(lt(receivedAt, after[0]), and(eq(receivedAt, after[0]), gt(id, after[1]))),
  }
  const rows = await ctx.db
    .select({
      id,
      from: inboundMails.fromAddress,
      name: inboundMails.fromName,
      subject: inboundMails.subject,
      excerpt: sql<
        string | null
      >`case when length(${inboundMails.reply}) > 90 then left(${inboundMails.reply}, 89) || '…' else ${inboundMails.reply} end`,
      receivedAt,
      status: inboundMails.status,
      reason: inboundMails.reason,
      ticket: tickets.number,
      decidedBy: staff.name,
    })
    .from(inboundMails)
    .leftJoin(tickets, eq(tickets.id, inboundMails.ticketId))
    .leftJoin(staff, eq(staff.id, inboundMails.decidedBy))
    .where(and(show === 'review' ? waits : undefined, beyond?.[show]))
    .orderBy(show === 'review' ? asc(receivedAt) : desc(receivedAt), asc(id))
    .limit(page + 1)
  const shown = rows.slice(0, page)
  const last = shown.at(-1)
  return {
    mails: shown.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() })),
    next: rows.length > page && last ? `${last.receivedAt.toISOString()},${last.id}` : null,
  }
}
