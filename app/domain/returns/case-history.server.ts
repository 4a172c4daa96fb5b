import { and, count, desc, eq, inArray, ne } from 'drizzle-orm'
import { customers } from '#db/schema/customers.ts'
import { returnCases, returnDecisions } from '#db/schema/returns.ts'
import { tickets } from '#db/schema/tickets.ts'
import { rowsOfPerson } from '#app/domain/customers/index.server.ts'
import { briefTicket, visibleTickets } from '#app/domain/tickets/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'
import type { Found } from './find-case.server.ts'

const mostShown = 5

/**
 * RX-2: what there was with this customer before: their grade, earlier tickets and cases, how many returns and
 * complaints. Only for those who may read tickets, and only what they may see.
 */
export async function historyOfCustomer(ctx: Ctx, { case: one, ticket }: Found) {
  if (!may(ctx.actor, 'ticket:read')) return null
  const person = await rowsOfPerson(ctx, ticket.customerId)
  const theirs = and(inArray(tickets.customerId, person), visibleTickets(ctx.actor))
  const [grade, kinds, earlier, cases] = await Promise.all([
    ctx.db
      .select({ grade: customers.grade })
      .from(customers)
      .where(eq(customers.id, person[0] ?? ticket.customerId)),
    ctx.db
      .select({ kind: tickets.kind, count: count() })
      .from(tickets)
      .where(and(theirs, ne(tickets.id, ticket.id)))
      .groupBy(tickets.kind),
    ctx.db
      .select(briefTicket)
      .from(tickets)
      .where(and(theirs, ne(tickets.id, ticket.id)))
      .orderBy(desc(tickets.createdAt))
      .limit(mostShown),
    ctx.db
      .select({
        number: returnCases.number,
        product: returnCases.product,
        reason: returnCases.reason,
        status: returnCases.status,
        remedy: returnDecisions.remedy,
        askedAt: returnCases.askedAt,
      })
      .from(returnCases)
      .innerJoin(tickets, eq(tickets.id, returnCases.ticketId))
      .leftJoin(returnDecisions, eq(returnDecisions.id, returnCases.decisionId))
      .where(and(theirs, ne(returnCases.id, one.id)))
      .orderBy(desc(returnCases.askedAt))
      .limit(50),
  ])
  const [kept] = grade
  return {
    customerId: person[0] ?? ticket.customerId,
    grade: kept?.grade ?? null,
    tickets: kinds.reduce((sum, kind) => sum + kind.count, 0),
    complaints: kinds.find(({ kind }) => kind === 'complaint')?.count ?? 0,
    returns: cases.length,
    refunds: cases.filter(({ remedy }) => remedy === 'refund').length,
    earlier,
    cases: cases.slice(0, mostShown),
  }
}
