import { and, eq, isNull } from 'drizzle-orm'
import { staff, staffRoles } from '#db/schema/accounts.ts'
import { tickets } from '#db/schema/tickets.ts'
import { defaultLocale } from '#db/vocabulary/locales.ts'
import { writeMessage } from '#app/domain/messages/index.server.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'

/** The after-sales managers, to be written to. */
export async function afterSalesManagers(ctx: Ctx) {
  const rows = await ctx.db
    .select({ id: staff.id, name: staff.name, email: staff.email, locale: staff.locale })
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
  const { actor } = tx
  for (const manager of await afterSalesManagers(tx)) {
    if (actor.kind === 'staff' && actor.id === manager.id) continue
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
