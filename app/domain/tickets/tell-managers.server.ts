import { and, eq, isNull } from 'drizzle-orm'
import { staff, staffRoles } from '#db/schema/accounts.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { defaultLocale } from '#db/vocabulary/locales.ts'
import { writeMessage } from '#app/domain/messages/index.server.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { peopleOfComplaint } from './about-them.server.ts'

/** The after-sales managers, to be written to. */
export async function afterSalesManagers(ctx: Ctx) {
  const rows = await ctx.db
    .select({
      id: staff.id,
      name: staff.name,
      email: staff.email,
      locale: staff.locale,
      crewId: staff.crewId,
    })
    .from(staff)
    .innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
    .where(and(eq(staffRoles.role, 'aftersales_manager'), isNull(staff.disabledAt)))
    .orderBy(staff.email)
  return rows.map(({ locale, ...manager }) => ({ ...manager, locale: locale ?? defaultLocale }))
}

/** IN-5: an urgent matter goes before the after-sales managers at once; whoever said so knows it. */
export async function tellUrgent(tx: Tx, ticketId: number): Promise<void> {
  const [ticket] = await tx.db
    .select({
      number: tickets.number,
      customer: tickets.name,
      product: tickets.product,
      address: tickets.address,
      description: tickets.description,
    })
    .from(tickets)
    .where(eq(tickets.id, ticketId))
  for (const manager of await othersThanActor(tx)) {
    await writeMessage(tx, {
      template: 'ticket-urgent',
      recipient: manager.email,
      locale: manager.locale,
      staffId: manager.id,
      ticketId,
      facts: { name: manager.name, ...ticket! },
    })
  }
}

/**
 * CP-1: a complaint goes before the after-sales managers at once; not before one it is about, as far as that is known.
 * Nothing happens for a ticket of another kind.
 * @param again what a customer who isn't content with the answer says of it
 */
export async function tellComplaint(tx: Tx, ticketId: number, again?: string): Promise<void> {
  const [ticket] = await tx.db
    .select({
      kind: tickets.kind,
      crewId: visits.crewId,
      facts: {
        number: tickets.number,
        customer: tickets.name,
        product: tickets.product,
        description: tickets.description,
      },
    })
    .from(tickets)
    .leftJoin(visits, eq(visits.id, tickets.aboutVisitId))
    .where(eq(tickets.id, ticketId))
  if (ticket?.kind !== 'complaint') return
  const about = await peopleOfComplaint(tx, ticketId)
  for (const manager of await othersThanActor(tx)) {
    if (about.includes(manager.id)) continue
    if (ticket.crewId !== null && manager.crewId === ticket.crewId) continue
    await writeMessage(tx, {
      template: 'complaint-opened',
      recipient: manager.email,
      locale: manager.locale,
      staffId: manager.id,
      ticketId,
      facts: {
        name: manager.name,
        ...ticket.facts,
        ...(again === undefined ? {} : { description: again, again: true }),
      },
    })
  }
}

/** Whoever does it knows it. */
const othersThanActor = async (tx: Tx) =>
  (await afterSalesManagers(tx)).filter(({ id }) => tx.actor.kind !== 'staff' || tx.actor.id !== id)
