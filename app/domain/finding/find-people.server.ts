import { inArray } from 'drizzle-orm'
import { customers } from '#db/schema/customers.ts'
import {
  type Asked,
  type Mark,
  marksIn,
  marksInName,
  matchCustomers,
} from '#app/domain/search/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'

export interface FoundCustomer {
  id: number
  name: string
  nameMarks: Mark[]
  phone: string
  address: string | null
  addressMarks: Mark[]
}

/** One more than `limit` where there are more. */
export async function findCustomers(
  ctx: Ctx<StaffActor>,
  asked: Asked,
  limit: number,
): Promise<FoundCustomer[]> {
  const ids = await matchCustomers(ctx, asked, { limit: limit + 1 })
  if (ids.length === 0) return []
  const rows = await ctx.db
    .select({
      id: customers.id,
      name: customers.name,
      phone: customers.phone,
      address: customers.address,
    })
    .from(customers)
    .where(inArray(customers.id, ids))
  return inOrder(rows, ids).map((row) => ({
    ...row,
    nameMarks: marksInName(row.name, asked.words),
    addressMarks: marksIn(row.address ?? '', asked.words),
  }))
}

/** Rows in the order of their keys. */
export function inOrder<Row extends { id: number }>(
  rows: readonly Row[],
  ids: readonly number[],
): Row[] {
  const places = new Map(ids.map((id, at) => [id, at]))
  return [...rows].sort((a, b) => places.get(a.id)! - places.get(b.id)!)
}
