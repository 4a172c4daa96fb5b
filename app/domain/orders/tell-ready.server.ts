import { eq } from 'drizzle-orm'
import { customers } from '#db/schema/customers.ts'
import { defaultLocale } from '#db/vocabulary/locales.ts'
import { writeMessage, writeToCustomer } from '#app/domain/messages/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'
import type { Order } from './find-order.server.ts'
import { storeColleagues } from './store-colleagues.server.ts'

/** BK-5: when every line is in stock the store is told, and the customer, who may book now. */
export async function tellReady(
  tx: Tx,
  order: Order & { agreeBy: Date },
  lines: readonly { zh: string; en: string; quantity: number }[],
): Promise<void> {
  const facts = {
    number: order.number,
    lines: lines.map(({ zh, en, quantity }) => ({ zh, en, quantity })),
    agreeBy: order.agreeBy.toISOString(),
  }
  for (const colleague of await storeColleagues(tx, order)) {
    await writeMessage(tx, {
      template: 'order-ready',
      recipient: colleague.email,
      locale: colleague.locale ?? defaultLocale,
      staffId: colleague.id,
      facts: { ...facts, name: colleague.name, customer: order.name },
    })
  }
  if (order.customerId === null) return
  const [customer] = await tx.db
    .select({ email: customers.email, locale: customers.locale })
    .from(customers)
    .where(eq(customers.id, order.customerId))
  await writeToCustomer(tx, {
    template: 'order-ready',
    to: {
      name: order.name,
      phone: order.phone,
      email: order.email ?? customer?.email ?? null,
      locale: customer?.locale ?? defaultLocale,
    },
    facts: { ...facts, name: order.name, customer: null },
  })
}
