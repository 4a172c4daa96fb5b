import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import { staff, staffRoles } from '#db/schema/accounts.ts'
import type { Tx } from '#app/platform/context.server.ts'
import type { Order } from './find-order.server.ts'

/**
 * Who is told at the store: its colleague who entered the contract, or who sold it as the contract says, each in place
 * of the other; else its managers; where it has none, whoever at head office entered it.
 */
export async function storeColleagues(tx: Tx, order: Order, first: 'enteredBy' | 'clerk') {
  const isClerk = and(eq(staff.storeId, order.storeId), eq(staff.name, order.clerk.trim()))
  const isManager = sql<boolean>`exists (
    select 1 from ${staffRoles} where ${staffRoles.staffId} = ${staff.id} and ${staffRoles.role} = 'store_manager')`
  const people = await tx.db
    .select({
      id: staff.id,
      name: staff.name,
      email: staff.email,
      locale: staff.locale,
      storeId: staff.storeId,
      isManager,
    })
    .from(staff)
    .where(
      and(
        isNull(staff.disabledAt),
        or(
          order.enteredBy === null ? undefined : eq(staff.id, order.enteredBy),
          and(eq(staff.storeId, order.storeId), isManager),
          isClerk,
        ),
      ),
    )
    .orderBy(asc(staff.name))
  const ofStore = people.filter(({ storeId }) => storeId === order.storeId)
  const entered = ofStore.filter(({ id }) => id === order.enteredBy)
  const sold = ofStore.filter(({ name }) => name === order.clerk.trim())
  const managers = ofStore.filter(({ isManager }) => isManager)
  const nearest = first === 'clerk' ? [sold, entered] : [entered, sold]
  return [...nearest, managers, people].find((some) => some.length > 0) ?? []
}
