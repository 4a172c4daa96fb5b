import { and, eq, inArray } from 'drizzle-orm'
import { auditLog } from '#db/schema/accounts.ts'
import { customers } from '#db/schema/customers.ts'
import { boughtBy } from '#app/domain/tickets/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { alikeTo } from './alike.server.ts'
import {
  contactsOf,
  countsOf,
  notesOf,
  ordersOf,
  ratingsOf,
  ticketsOf,
  visitsOf,
} from './customer-rows.server.ts'
import { customerSubject, findCustomer } from './find-customer.server.ts'
import { rowsOfPerson } from './person.server.ts'

export type WholeCustomer = Awaited<ReturnType<typeof readCustomer>>

/**
 * CU-1: one person on one page, with what all their rows have. A store sees what it sold and what was reported to it.
 * @throws DomainError not_found
 */
export async function readCustomer(ctx: Ctx<StaffActor>, id: number | null) {
  authorize(ctx.actor, 'customer:read')
  const asked = await findCustomer(ctx, id)
  const person = await rowsOfPerson(ctx, asked.id)
  const rows = await ctx.db.select().from(customers).where(inArray(customers.id, person))
  const kept = rows.find((row) => row.id === person[0])!
  const [contacts, notes, sold, bought, past, open, went, rated] = await Promise.all([
    contactsOf(ctx, person),
    notesOf(ctx, person),
    ordersOf(ctx, person),
    boughtBy(ctx, person, 'customer:read'),
    ticketsOf(ctx, person),
    countsOf(ctx, person),
    visitsOf(ctx, person),
    ratingsOf(ctx, person),
  ])
  return {
    customer: kept,
    merged: rows
      .filter((row) => row.id !== kept.id)
      .map((row) => ({ ...row, direct: row.mergedIntoId === kept.id })),
    contacts,
    notes,
    orders: sold,
    bought,
    tickets: past,
    counts: open,
    visits: went,
    ratings: rated,
    erasedBecause: kept.erasedAt ? await erasedBecause(ctx, kept.id) : null,
    alike: kept.erasedAt ? [] : await alikeTo(ctx, rows, contacts),
  }
}

async function erasedBecause(ctx: Ctx, id: number): Promise<string | null> {
  const [entry] = await ctx.db
    .select({ data: auditLog.data })
    .from(auditLog)
    .where(and(eq(auditLog.subject, customerSubject(id)), eq(auditLog.action, 'customer_erased')))
    .limit(1)
  const { reason } = JSON.parse(entry?.data ?? '{}') as { reason?: unknown }
  return typeof reason === 'string' ? reason : null
}
