import { customers, orderLines, orders } from '#db/schema/customers.ts'
import type { Db } from '#db/client.server.ts'
import { addDays, addMinutes, dayOf, instantAt } from '#app/platform/time.server.ts'
import type { Catalogue } from './catalogue.server.ts'
import { insertAll, takeIds, withIds } from './insert.server.ts'
import {
  cancel,
  check,
  enter,
  type Office,
  type OrderDraft,
  receive,
  sendBack,
} from './order-history.server.ts'
import { contractTexts } from './texts/contracts.ts'

/** The contracts told one by one, and their customers. */
export async function makeContracts(
  tx: Db,
  { stores, products }: Catalogue,
  office: Omit<Office, 'store'>,
): Promise<OrderDraft[]> {
  const { now, team } = office
  const today = dayOf(now)
  const known = contractTexts.filter(({ stage: { is } }) => is !== 'entered' && is !== 'incomplete')
  const people = await withIds(
    tx,
    customers,
    known.map(({ name, phone, email, address, locale = 'zh-CN' as const, entered }) => ({
      name,
      phone: `+86${phone}`,
      email: email ?? null,
      address,
      locale,
      createdAt: addMinutes(now, -entered * 1_440 - 1),
    })),
  )
  await insertAll(tx, customers, people)
  const customerOf = new Map(people.map(({ id, phone }) => [phone, id]))
  const ids = await takeIds(tx, orders, contractTexts.length)
  const lineIds = await takeIds(tx, orderLines, contractTexts.flatMap(({ lines }) => lines).length)

  return contractTexts.map((text, place) => {
    const { number, store, clerk, name, email, address, requirements, entered, stage } = text
    const phone = text.phone && `+86${text.phone}`
    const orderedOn = addDays(today, -entered)
    const unsettled = stage.is === 'incomplete' && phone === ''
    const order: OrderDraft = {
      row: {
        id: ids[place]!,
        number,
        storeId: stores[store - 1]!.id,
        customerId: customerOf.get(phone) ?? null,
        name,
        phone,
        email: email ?? null,
        address,
        orderedOn,
        deliveryOn: unsettled ? null : addDays(orderedOn, 30),
        deliveredOn: null,
        clerk,
        requirements: requirements ?? null,
      },
      lines: text.lines.map(([model, quantity], i) => {
        const product = products.find((one) => one.model === model)!
        return {
          id: lineIds.shift()!,
          position: i + 1,
          productId: product.id,
          model,
          quantity,
          unitPrice: Math.round((product.price * 95) / 10_000) * 100,
        }
      }),
      events: [],
    }
    const at: Office = { ...office, store: team.stores[store - 1]! }
    enter(order, at, orderedOn, place)
    if (stage.is === 'incomplete') sendBack(order, at, stage.note)
    if (stage.is === 'entered' || stage.is === 'incomplete') return order
    check(order, at)
    const came = (days: number) => instantAt(addDays(today, -days), '11:20')
    if (stage.is === 'cancelled') cancel(order, at, came(entered - 4), stage.reason)
    if (stage.is === 'waiting') receive(order, at, came(1), stage.arrived)
    if (stage.is === 'ready') receive(order, at, came(stage.days), order.lines.length)
    return order
  })
}
