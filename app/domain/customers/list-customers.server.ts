import {
  and,
  asc,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  sql,
  type SQL,
} from 'drizzle-orm'
import { z } from 'zod'
import { customers } from '#db/schema/customers.ts'
import { customerGrades } from '#db/vocabulary/customers.ts'
import { openTicketStatuses } from '#db/vocabulary/tickets.ts'
import { asked } from '#app/domain/search/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { cleanText } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { toE164 } from '#app/platform/phone.server.ts'
import { dayOf, isDay } from '#app/platform/time.server.ts'
import { visibleCustomers } from './visible-customers.server.ts'

/** A customer's key, after the day they are due where that is the order. */
const cursor = /^(?:\d{4}-\d{2}-\d{2}_)?[1-9]\d{0,14}$/

export const CustomerFilters = z.object({
  q: z
    .string()
    .optional()
    .catch(undefined)
    .transform((typed) => cleanText(typed ?? '').slice(0, 100)),
  grade: z.enum(customerGrades).optional().catch(undefined),
  /** Those to be contacted by today. */
  due: z
    .literal('yes')
    .optional()
    .catch(undefined)
    .transform((yes) => yes !== undefined),
  /** The last of the page before. */
  after: z.string().regex(cursor).optional().catch(undefined),
})
export type CustomerFilters = Pick<z.output<typeof CustomerFilters>, 'q'> &
  Partial<z.output<typeof CustomerFilters>>

const perPage = 40

/**
 * Customers, the newest first, or those with all that was typed: name, phone, address, email, another contact. Of a
 * grade, or to be contacted, whoever has waited longest comes first.
 */
export async function listCustomers(ctx: Ctx<StaffActor>, filters: CustomerFilters) {
  authorize(ctx.actor, 'customer:read')
  const { q, grade, due = false, after } = filters
  const byDue = due || grade !== undefined
  const rows = await ctx.db
    .select({
      id: customers.id,
      name: customers.name,
      phone: customers.phone,
      address: customers.address,
      createdAt: customers.createdAt,
      grade: customers.grade,
      contactDue: customers.contactDue,
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
        // Whoever has a grade has a day by which to be contacted.
        byDue ? isNotNull(customers.contactDue) : undefined,
        grade === undefined ? undefined : eq(customers.grade, grade),
        due ? lte(customers.contactDue, dayOf(ctx.now())) : undefined,
        after === undefined ? undefined : beyond(after, byDue),
        visibleCustomers(ctx.actor),
      ),
    )
    .orderBy(...(byDue ? [asc(customers.contactDue), asc(customers.id)] : [desc(customers.id)]))
    .limit(perPage + 1)
  const page = rows.slice(0, perPage)
  const last = rows.length > perPage ? page.at(-1) : undefined
  return {
    rows: page,
    more: last ? (byDue ? `${last.contactDue}_${last.id}` : `${last.id}`) : null,
  }
}

/** A cursor of the other order is none. */
function beyond(after: string, byDue: boolean): SQL | undefined {
  const [day, id] = after.includes('_') ? after.split('_') : [undefined, after]
  if ((day !== undefined) !== byDue || (day !== undefined && !isDay(day))) return undefined
  return day === undefined
    ? lt(customers.id, Number(id))
    : sql`(${customers.contactDue}, ${customers.id}) > (${day}::date, ${Number(id)}::bigint)`
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
