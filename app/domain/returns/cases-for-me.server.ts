import { and, count, eq, inArray, ne, or, sql } from 'drizzle-orm'
import { answerabilities, returnCases, returnDecisions } from '#db/schema/returns.ts'
import { tickets } from '#db/schema/tickets.ts'
import type { DecisionLevel } from '#db/vocabulary/returns.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'
import { isOpenCase, sharesWait } from './list-cases.server.ts'
import { visibleCases } from './visible-cases.server.ts'

/**
 * How many cases wait for this colleague: those to decide at their own level, and others' decisions and changes of
 * shares that need their signature. `null` where it is not their business.
 */
export async function casesWaiting(ctx: Ctx<StaffActor>): Promise<number | null> {
  if (!may(ctx.actor, 'return:decide')) return null
  const mine = waitingFor(ctx).as('mine')
  const [row] = await ctx.db.select({ waiting: count() }).from(mine)
  return row?.waiting ?? 0
}

/** The first of them, by when they are due. */
export async function casesForMe(ctx: Ctx<StaffActor>, limit: number) {
  if (!may(ctx.actor, 'return:decide')) return []
  return ctx.db
    .select({
      number: returnCases.number,
      product: returnCases.product,
      customer: tickets.name,
      status: returnCases.status,
      dueAt: returnCases.dueAt,
    })
    .from(returnCases)
    .innerJoin(tickets, eq(tickets.id, returnCases.ticketId))
    .where(inArray(returnCases.id, waitingFor(ctx)))
    .orderBy(returnCases.dueAt, returnCases.id)
    .limit(limit)
}

function waitingFor({ db, actor }: Ctx<StaffActor>) {
  const signs = may(actor, 'return:approve')
  const signsHigh = may(actor, 'return:approve-high')
  const levels: DecisionLevel[] = [
    ...(actor.roles.includes('desk') ? (['desk'] as const) : []),
    ...(signs ? ([signsHigh ? 'general' : 'manager'] as const) : []),
  ]
  const level = sql.join(
    levels.map((one) => sql`${one}`),
    sql`, `,
  )
  return db
    .select({ id: returnCases.id })
    .from(returnCases)
    .innerJoin(tickets, eq(tickets.id, returnCases.ticketId))
    .leftJoin(returnDecisions, eq(returnDecisions.id, returnCases.pendingId))
    .leftJoin(answerabilities, eq(answerabilities.id, returnCases.answerabilityPendingId))
    .where(
      and(
        visibleCases(actor),
        or(isOpenCase, sharesWait),
        or(
          signs ? ne(answerabilities.by, actor.id) : undefined,
          sql`case ${returnCases.status}
            when 'approving' then ${returnDecisions.needs} in (${level}) and ${returnDecisions.by} <> ${actor.id}
            when 'asked' then ${returnCases.level} in (${level})
            when 'appealed' then ${returnCases.level} in (${level})
            else false end`,
        ),
      ),
    )
}
