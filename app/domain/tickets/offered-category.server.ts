import { and, eq } from 'drizzle-orm'
import { categories } from '#db/schema/stores.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { invalid } from '#app/platform/errors.ts'

/** Whether a new ticket may be about this. */
export async function isOffered(ctx: Ctx, category: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ key: categories.key })
    .from(categories)
    .where(and(eq(categories.key, category), eq(categories.active, true)))
  return row !== undefined
}

/**
 * Refuses a category that is not offered; a ticket keeps the one it has.
 * @throws DomainError invalid `categoryGone`
 */
export async function refuseNotOffered(ctx: Ctx, category: string, kept?: string): Promise<void> {
  if (category !== kept && !(await isOffered(ctx, category))) throw invalid('categoryGone')
}
