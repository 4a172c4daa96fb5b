import { eq } from 'drizzle-orm'
import { customers } from '#db/schema/customers.ts'
import { defaultLocale } from '#db/vocabulary/locales.ts'
import {
  withdrawOrderMessages,
  writeMessage,
  writeToCustomer,
} from '#app/domain/messages/index.server.ts'
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
  const customer = await customerOf(tx, order)
  const since = order.enteredAt ?? new Date(0)
  await withdrawOrderMessages(tx, { template: 'order-not-ready', number: order.number, since })
  for (const colleague of await storeColleagues(tx, order, 'clerk')) {
    await writeMessage(tx, {
      template: 'order-ready',
      recipient: colleague.email,
      locale: colleague.locale ?? defaultLocale,
      staffId: colleague.id,
      facts: {
        ...facts,
        name: colleague.name,
        customer: order.name,
        customerAsked: customer?.email != null,
      },
    })
  }
  if (!customer) return
  await writeToCustomer(tx, {
    template: 'order-ready',
    to: customer,
    facts: { ...facts, name: order.name, customer: null },
  })
}

/**
 * Whoever was told that an order is ready, and isn't to believe it any more: what hasn't gone out is withdrawn, what
 * has is corrected.
 */
export async function correctReady(
  tx: Tx,
  { number, readyAt }: Order,
  whom: 'everybody' | 'customer' | 'nobody',
): Promise<void> {
  if (readyAt === null) return
  const told = await withdrawOrderMessages(tx, { template: 'order-ready', number, since: readyAt })
  for (const { channel, recipient, locale, staffId, params } of told) {
    const customer = staffId === null ? null : String(params['customer'])
    if (whom === 'nobody' || (whom === 'customer' && customer !== null)) continue
    await writeMessage(tx, {
      template: 'order-not-ready',
      ...{ channel, recipient, locale },
      ...(staffId === null ? {} : { staffId }),
      facts: { name: String(params['name']), number, customer },
    })
  }
}

/** The customer as the contract names them, with what is known of them besides. */
async function customerOf(tx: Tx, order: Order) {
  if (order.customerId === null) return null
  const [known] = await tx.db
    .select({ email: customers.email, locale: customers.locale })
    .from(customers)
    .where(eq(customers.id, order.customerId))
  return {
    name: order.name,
    phone: order.phone,
    email: order.email ?? known?.email ?? null,
    locale: known?.locale ?? order.locale,
  }
}
