import { and, asc, eq, or, type SQL, sql } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { ticketViews } from '#db/schema/desk.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'

const viewOf = (own: SQL) => ({
  id: ticketViews.id,
  name: ticketViews.name,
  query: ticketViews.query,
  shared: ticketViews.shared,
  own: sql<boolean>`${own}`,
  by: staff.name,
})

export type ListedView = Awaited<ReturnType<typeof listViews>>[number]

/** A colleague's own views, then those others share, by name. */
export async function listViews(ctx: Ctx<StaffActor>) {
  const own = eq(ticketViews.staffId, ctx.actor.id)
  return ctx.db
    .select(viewOf(own))
    .from(ticketViews)
    .innerJoin(staff, eq(staff.id, ticketViews.staffId))
    .where(or(own, ticketViews.shared))
    .orderBy(sql`${own} desc`, asc(ticketViews.name), asc(ticketViews.id))
    .limit(200)
}

/** A view of one's own, or one a colleague shares. @throws DomainError not_found */
export async function findView(ctx: Ctx<StaffActor>, id: number) {
  authorize(ctx.actor, 'ticket:read')
  const own = eq(ticketViews.staffId, ctx.actor.id)
  const [view] = await ctx.db
    .select(viewOf(own))
    .from(ticketViews)
    .innerJoin(staff, eq(staff.id, ticketViews.staffId))
    .where(and(eq(ticketViews.id, rowKey(id)), or(own, ticketViews.shared)))
  if (!view) throw notFound()
  return view
}

export const rowKey = (id: number) => (Number.isSafeInteger(id) ? id : 0)
