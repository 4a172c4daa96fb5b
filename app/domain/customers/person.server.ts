import { and, eq, isNull, sql } from 'drizzle-orm'
import { customerContacts, customers } from '#db/schema/customers.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/**
 * The rows of one person, whichever of them was asked for: the one that is kept first, then those merged into it.
 * Merged rows keep what is theirs, so that a merge can be undone; whoever shows a person reads all of them.
 */
export async function rowsOfPerson(ctx: Ctx, customerId: number): Promise<number[]> {
  const rows = (await ctx.db.execute(sql`
    with recursive up as (
      select id, merged_into_id from ${customers} where id = ${customerId}
      union all
      select one.id, one.merged_into_id from ${customers} one join up on one.id = up.merged_into_id
    ), down as (
      select id, 0 as depth from up where merged_into_id is null
      union all
      select one.id, down.depth + 1 from ${customers} one join down on one.merged_into_id = down.id
    )
    select id from down order by depth, id`)) as unknown as { id: string | number }[]
  return rows.map(({ id }) => Number(id))
}

/** Whom a row stands for now: itself, or the one it was merged into. */
export async function keptOf(ctx: Ctx, customerId: number): Promise<number> {
  return (await rowsOfPerson(ctx, customerId))[0] ?? customerId
}

/**
 * Whose number it is: a customer's own, or one that a single person can be reached by besides. What several have noted,
 * such as a site foreman's, is nobody's.
 * @param phone E.164
 */
export async function holderOfPhone(ctx: Ctx, phone: string): Promise<number | null> {
  const [own] = await ctx.db
    .select({ id: customers.id })
    .from(customers)
    .where(eq(customers.phone, phone))
  if (own) return keptOf(ctx, own.id)
  const noted = await ctx.db
    .selectDistinct({ id: customerContacts.customerId })
    .from(customerContacts)
    .innerJoin(customers, eq(customers.id, customerContacts.customerId))
    .where(
      and(
        eq(customerContacts.kind, 'phone'),
        eq(customerContacts.value, phone),
        isNull(customers.erasedAt),
      ),
    )
    .limit(3)
  const people = new Set(await Promise.all(noted.map(({ id }) => keptOf(ctx, id))))
  const [only] = people
  return people.size === 1 && only !== undefined ? only : null
}
