import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { customers } from '#db/schema/customers.ts'
import { tickets } from '#db/schema/tickets.ts'
import { ticketNumber } from '#app/domain/tickets/ticket-number.ts'
import { tuesdayMorning } from './context.ts'
import { aCustomer } from './customers.ts'
import { only, serial } from './serial.ts'

/** A repair that came in over the portal; its name and phone are the customer's unless told. */
export async function aTicket(db: Db, facts: Partial<typeof tickets.$inferInsert> = {}) {
  const customer = facts.customerId
    ? only(await db.select().from(customers).where(eq(customers.id, facts.customerId)))
    : await aCustomer(db, facts.phone ? { phone: facts.phone } : {})
  const values = {
    number: ticketNumber(900_000 + serial()),
    kind: 'repair' as const,
    category: 'door' as const,
    channel: 'portal' as const,
    product: '推拉门衣柜',
    description: '右边的门关不上',
    customerId: customer.id,
    name: customer.name,
    phone: customer.phone,
    email: customer.email,
    address: '上海市徐汇区漕溪路 1 号',
    locale: customer.locale,
    createdAt: tuesdayMorning,
    updatedAt: tuesdayMorning,
    ...facts,
  }
  return only(await db.insert(tickets).values(values).returning())
}
