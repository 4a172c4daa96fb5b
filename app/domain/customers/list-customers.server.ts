import { and, desc, inArray, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { customers } from '#db/schema/customers.ts'
import { openTicketStatuses } from '#db/vocabulary/tickets.ts'
import { asked } from '#app/domain/search/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { cleanText } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { toE164 } from '#app/platform/phone.server.ts'
import { visibleCustomers } from './visible-customers.server.ts'

export const CustomerFilters = z.object({
  q: z
    .string()
    .optional()
    .catch(undefined)
    .transform((typed) => cleanText(typed ?? '').slice(0, 100)),
  /** The last of the page before. */
  after: z.coerce.number().int().positive().optional().catch(undefined),
})
export type CustomerFilters = z.output<typeof CustomerFilters>

const perPage = 40

/** Customers, the newest first, or those with all that was typed: name, phone, address, email, another contact. */
export async function listCustomers(ctx: Ctx<StaffActor>, { q, after }: CustomerFilters) {
  authorize(ctx.actor, 'customer:read')
  const rows = await ctx.db
    .select({
      id: customers.id,
      name: customers.name,
      phone: customers.phone,
      address: customers.address,
      createdAt: customers.createdAt,
      merged: sql<number>`(select count(*)::int from customers merged where merged.merged_into_id = customers.id)`,
      orders: countOf('orders'),
      tickets: countOf('tickets'),
      open: countOf('tickets', sql`and own.status in ${[...openTicketStatuses]}`),
    })
    .from(customers)
    .where(
      and(
        isNull(customers.mergedIntoId),
        isNull(customers.erasedAt),
        q === '' ? undefined : found(q),
        after === undefined ? undefined : lt(customers.id, after),
        visibleCustomers(ctx.actor),
      ),
    )
    .orderBy(desc(customers.id))
    .limit(perPage + 1)
  const page = rows.slice(0, perPage)
  return { rows: page, more: rows.length > perPage ? (page.at(-1)?.id ?? null) : null }
}

function found(q: string): SQL | undefined {
  const { query } = asked(q)
  const phone = toE164(q)
  return or(
    query === null ? undefined : sql`${customers.words} @@ ${query}::tsquery`,
    phone === null ? undefined : inArray(customers.phone, [phone]),
    query === null && phone === null ? sql`false` : undefined,
  )
}

/** How many the person has, those of their merged rows among them; columns are named with their tables. */
const countOf = (of: 'orders' | 'tickets', besides: SQL = sql``) =>
  sql<number>`(select count(*)::int from ${sql.raw(of)} own where own.customer_id = any(array(
    select customers.id union all select merged.id from customers merged where merged.merged_into_id = customers.id
  )) ${besides})`
