import { and, asc, isNull, lte, sql } from 'drizzle-orm'
import { customers } from '#db/schema/customers.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may, storeScope } from '#app/platform/permissions.ts'
import { dayOf } from '#app/platform/time.server.ts'

/** Counting stops here, so that it costs the same however many there are. */
const countedUpTo = 1000

/**
 * CU-1: how many customers are to be contacted by today; `null` for whoever can't record it. A store's colleagues find
 * theirs in the list: which of all that are due are its own is not counted at every look.
 */
export async function countContactsDue(ctx: Ctx<StaffActor>): Promise<number | null> {
  if (!may(ctx.actor, 'customer:write') || storeScope(ctx.actor, 'customer:write') !== null)
    return null
  const some = ctx.db
    .select({ one: sql`1` })
    .from(customers)
    .where(
      and(
        lte(customers.contactDue, dayOf(ctx.now())),
        isNull(customers.mergedIntoId),
        isNull(customers.erasedAt),
      ),
    )
    // In the index's order, or the planner would rather read the table until it has so many.
    .orderBy(asc(customers.contactDue), asc(customers.id))
    .limit(countedUpTo)
    .as('some')
  return ctx.db.$count(some)
}
