import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { staff, staffRoles } from '#db/schema/accounts.ts'
import { crews } from '#db/schema/crews.ts'
import { orders } from '#db/schema/customers.ts'
import { defaultLocale } from '#db/vocabulary/locales.ts'
import { writeMessage } from '#app/domain/messages/index.server.ts'
import type { Ticket } from '#app/domain/tickets/index.server.ts'
import type { Visit } from '#app/domain/visits/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'

/** VS-9: the store that sold the goods is told what its customer signed. */
export async function tellStore(
  tx: Tx,
  ticket: Ticket,
  visit: Visit,
  { signerName, signedAt }: { signerName: string; signedAt: Date },
): Promise<void> {
  const seller = await sellerOf(tx, ticket)
  if (seller.storeId === null) return
  const [crew] = await tx.db
    .select({ crewZh: crews.nameZh, crewEn: crews.nameEn })
    .from(crews)
    .where(eq(crews.id, visit.crewId!))
  for (const colleague of await colleaguesOf(tx, seller.storeId, seller.clerk)) {
    await writeMessage(tx, {
      template: 'visit-signed',
      recipient: colleague.email,
      locale: colleague.locale ?? defaultLocale,
      staffId: colleague.id,
      ticketId: ticket.id,
      visitId: visit.id,
      facts: {
        name: colleague.name,
        number: ticket.number,
        customer: ticket.name,
        product: ticket.product,
        skill: visit.skill,
        outcome: visit.outcome ?? 'done',
        workDone: visit.workDone ?? '',
        ...crew!,
        signer: signerName,
        signedAt: signedAt.toISOString(),
        visitId: visit.id,
      },
    })
  }
}

/** The store of the order; of a matter without one, the store it came in by. */
async function sellerOf(tx: Tx, { orderId, storeId }: Ticket) {
  const [order] =
    orderId === null
      ? []
      : await tx.db
          .select({ storeId: orders.storeId, clerk: orders.clerk })
          .from(orders)
          .where(eq(orders.id, orderId))
  return { storeId: order?.storeId ?? storeId, clerk: order?.clerk.trim() ?? '' }
}

/** Whoever sold it, with the store's managers; where it has neither, everybody there. */
async function colleaguesOf(tx: Tx, storeId: number, clerk: string) {
  const people = await tx.db
    .select({
      id: staff.id,
      name: staff.name,
      email: staff.email,
      locale: staff.locale,
      isManager: sql<boolean>`exists (
        select 1 from ${staffRoles} where ${staffRoles.staffId} = ${staff.id} and ${staffRoles.role} = 'store_manager')`,
    })
    .from(staff)
    .where(and(eq(staff.storeId, storeId), isNull(staff.disabledAt)))
    .orderBy(asc(staff.name))
  const nearest = people.filter(({ name, isManager }) => isManager || name === clerk)
  return nearest.length > 0 ? nearest : people
}
