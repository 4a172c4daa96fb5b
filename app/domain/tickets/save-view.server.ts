import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { ticketViews } from '#db/schema/desk.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, databaseErrorCode, inTransaction } from '#app/platform/context.server.ts'
import { invalid, notFound } from '#app/platform/errors.ts'
import { line } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { rowKey } from './list-views.server.ts'
import { filtersIn } from './ticket-filters.ts'
import { queryOf } from './ticket-query.ts'

const mostViews = 40
const shared = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes')

export const SaveViewForm = z.object({
  name: line(40),
  shared,
  /** What stands in the address; what makes no sense there is left out. */
  query: z
    .string()
    .max(600)
    .transform((query) => queryOf(filtersIn(query))),
})
export type SaveViewForm = z.output<typeof SaveViewForm>

export const ChangeViewForm = z.object({ name: line(40), shared })
export type ChangeViewForm = z.output<typeof ChangeViewForm>

/** Keeps a queue with its filters under a name; the same one again is the same one. */
export async function saveView(
  ctx: Ctx<StaffActor>,
  { name, shared, query }: SaveViewForm,
): Promise<number> {
  authorize(ctx.actor, 'ticket:read')
  const staffId = ctx.actor.id
  return inTransaction(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`ticket_views ${staffId}`}))`)
    const own = await tx.db
      .select({ id: ticketViews.id, name: ticketViews.name, query: ticketViews.query })
      .from(ticketViews)
      .where(eq(ticketViews.staffId, staffId))
    const same = own.find((view) => view.name === name)
    if (same && same.query !== query) throw invalid('viewNameTaken')
    if (same) {
      await tx.db.update(ticketViews).set({ shared }).where(eq(ticketViews.id, same.id))
      return same.id
    }
    if (own.length >= mostViews) throw invalid('tooManyViews', { most: mostViews })
    const [view] = await tx.db
      .insert(ticketViews)
      .values({ staffId, name, query, shared, createdAt: tx.now() })
      .returning({ id: ticketViews.id })
    return view!.id
  })
}

/** Gives one's own view another name, shows it to colleagues or to nobody else. @throws DomainError not_found */
export async function changeView(
  ctx: Ctx<StaffActor>,
  id: number,
  { name, shared }: ChangeViewForm,
): Promise<void> {
  authorize(ctx.actor, 'ticket:read')
  try {
    const changed = await ctx.db
      .update(ticketViews)
      .set({ name, shared })
      .where(and(eq(ticketViews.id, rowKey(id)), eq(ticketViews.staffId, ctx.actor.id)))
      .returning({ id: ticketViews.id })
    if (changed.length === 0) throw notFound()
  } catch (error) {
    if (databaseErrorCode(error) === '23505') throw invalid('viewNameTaken')
    throw error
  }
}

/** Forgets one's own view; one that is gone stays gone. */
export async function removeView(ctx: Ctx<StaffActor>, id: number): Promise<void> {
  authorize(ctx.actor, 'ticket:read')
  await ctx.db
    .delete(ticketViews)
    .where(and(eq(ticketViews.id, rowKey(id)), eq(ticketViews.staffId, ctx.actor.id)))
}
