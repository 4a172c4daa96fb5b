import { asc, inArray, or, sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { attachments, tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** IN-6: a ticket and all that was merged into it, as a condition on a column that holds a ticket's key. */
export const ofMatter = (column: AnyPgColumn, ticketId: number): SQL =>
  sql`${column} in (with recursive matter as (
    select ${ticketId}::bigint as id
    union all
    select merged.id from tickets merged join matter on merged.merged_into_id = matter.id
  ) select id from matter)`

export type MergedTicket = Awaited<ReturnType<typeof mergedInto>>[number]

/** What was merged into a ticket, at whatever remove, the earliest first. */
export async function mergedInto(ctx: Ctx, ticketId: number) {
  const ids = (await matterOf(ctx, ticketId)).filter((id) => id !== ticketId)
  if (ids.length === 0) return []
  return ctx.db
    .select({
      id: tickets.id,
      number: tickets.number,
      name: tickets.name,
      channel: tickets.channel,
      description: tickets.description,
      takenBy: tickets.takenBy,
      createdAt: tickets.createdAt,
    })
    .from(tickets)
    .where(inArray(tickets.id, ids))
    .orderBy(asc(tickets.createdAt), asc(tickets.id))
}

/** The keys of a ticket and of all that was merged into it. */
export async function matterOf(ctx: Ctx, ticketId: number): Promise<number[]> {
  const rows = await ctx.db
    .select({ id: tickets.id })
    .from(tickets)
    .where(ofMatter(tickets.id, ticketId))
  return rows.map(({ id }) => id)
}

/**
 * The files of these tickets and of their visits. The visits are named one by one: each half then has its index, where
 * a condition on a joined table has none.
 */
export async function filesOfMatter(ctx: Ctx, matter: number[]): Promise<SQL | undefined> {
  const made = await ctx.db
    .select({ id: visits.id })
    .from(visits)
    .where(inArray(visits.ticketId, matter))
  const visitIds = made.map(({ id }) => id)
  return or(
    inArray(attachments.ticketId, matter),
    visitIds.length > 0 ? inArray(attachments.visitId, visitIds) : undefined,
  )
}

/** The ticket that speaks for this one: itself, or what it was merged into. */
export async function speaksFor(ctx: Ctx, ticketId: number): Promise<number> {
  const rows = (await ctx.db.execute(sql`
    with recursive up as (
      select id, merged_into_id from ${tickets} where id = ${ticketId}
      union all
      select one.id, one.merged_into_id from ${tickets} one join up on one.id = up.merged_into_id
    )
    select id from up where merged_into_id is null`)) as unknown as { id: string | number }[]
  return rows[0] ? Number(rows[0].id) : ticketId
}
