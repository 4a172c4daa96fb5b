import type { Db } from '#db/client.server.ts'
import { orderEvents, orderLines, orders } from '#db/schema/customers.ts'
import { addDays, dayOf, instantAt } from '#app/platform/time.server.ts'
import type { Catalogue, Product } from './catalogue.server.ts'
import { makeContracts } from './contracts.server.ts'
import type { Customer } from './customers.server.ts'
import type { TicketDraft } from './draft.ts'
import { type Generator, nth } from './generator.ts'
import { insertAll, takeIds, withIds } from './insert.server.ts'
import { agree, check, enter, type OrderDraft, receive } from './order-history.server.ts'
import type { Telling } from './telling.ts'
import { productTexts } from './texts/catalogue.ts'
import { contractTexts } from './texts/contracts.ts'
import { guides } from './texts/people.ts'

const orderCount = 60 - contractTexts.length
/** Of these, bought by somebody who has a ticket. */
const withTicket = 38

/** Sixty contracts; a ticket about something that was bought with one is tied to it. */
export async function makeOrders(
  tx: Db,
  { now, random, team, settings: { agreeDays }, tickets }: Telling,
  catalogue: Catalogue,
  customers: readonly Customer[],
): Promise<OrderDraft[]> {
  const { stores, products } = catalogue
  const office = { now, team, agreeDays }
  const contracts = await makeContracts(tx, catalogue, office)
  const ids = await takeIds(tx, orders, orderCount)
  const made: OrderDraft[] = []
  const sell = (customer: Customer, { orderedOn, deliveredOn, deliveryOn }: Dates) => {
    const i = made.length
    const store = customer.city === 'shanghai' ? 2 : i % 2
    const { name, phone, email, address } = customer
    const order: OrderDraft = {
      row: {
        id: ids[i]!,
        number: `${orderedOn.slice(2, 4)}-${stores[store]!.code}-${String(417 + i * 13).padStart(5, '0')}`,
        storeId: stores[store]!.id,
        customerId: customer.id,
        name,
        phone,
        email,
        address,
        orderedOn,
        deliveryOn: deliveredOn ?? deliveryOn,
        deliveredOn,
        clerk: random.pick(nth(guides, store)),
        requirements: requirementsOf(random, customer),
      },
      lines: [],
      events: [],
    }
    made.push(order)
    return { order, office: { ...office, store: team.stores[store]! } }
  }
  const fill = async (order: OrderDraft, product: Product) => {
    const bought = [product, ...others(random, products, product)]
    order.lines = await withIds(tx, orderLines, linesOf(random, bought))
  }

  for (const ticket of tickets) {
    if (made.length === withTicket) break
    if (ticket.about || ticket.row.kind === 'enquiry' || !random.chance(0.45)) continue
    const dates = datesOf(random, ticket)
    const { order, office } = sell(ticket.customer, dates)
    const product = productOf(products, ticket)
    await fill(order, product)
    enter(order, office, dates.orderedOn, made.length)
    check(order, office)
    if (dates.cameOn) {
      receive(order, office, instantAt(dates.cameOn, '10:40'), order.lines.length)
      const agreed = dates.deliveredOn
        ? agreedFor(dates.deliveredOn)
        : ticket.visits[0]?.row.createdAt
      if (agreed) agree(order, agreed)
    }
    tie(ticket, order.row, product)
  }
  while (made.length < orderCount) {
    const orderedOn = addDays(dayOf(tickets[0]!.row.createdAt), -random.integer(40, 400))
    const deliveredOn = addDays(orderedOn, 30)
    const dates = { orderedOn, deliveredOn, deliveryOn: deliveredOn, cameOn: null }
    const { order, office } = sell(random.pick(customers), dates)
    await fill(order, random.pick(products))
    enter(order, office, orderedOn, made.length)
    check(order, office)
    receive(order, office, instantAt(addDays(deliveredOn, -6), '10:40'), order.lines.length)
    agree(order, agreedFor(deliveredOn))
  }
  for (const ticket of tickets) place(ticket, tickets, { stores, products })
  return [...made, ...contracts]
}

export async function insertOrders(tx: Db, made: readonly OrderDraft[]): Promise<void> {
  await insertAll(
    tx,
    orders,
    made.map(({ row }) => row),
  )
  await insertAll(
    tx,
    orderLines,
    made.flatMap(({ row, lines }) =>
      lines.map(({ model: _, ...line }) => ({ ...line, orderId: row.id })),
    ),
  )
  const events = made.flatMap(({ row, events }) =>
    events.map((event) => ({ ...event, orderId: row.id })),
  )
  events.sort((a, b) => a.at.getTime() - b.at.getTime())
  await insertAll(tx, orderEvents, await withIds(tx, orderEvents, events))
}

interface Dates {
  orderedOn: string
  /** What the contract says. */
  deliveryOn: string
  deliveredOn: string | null
  /** When the last of it was in stock. */
  cameOn: string | null
}

const agreedFor = (deliveredOn: string) => instantAt(addDays(deliveredOn, -4), '15:10')

function datesOf(random: Generator, { row, visits }: TicketDraft): Dates {
  const came = dayOf(row.createdAt)
  const before = (from: number, to: number) => addDays(came, -random.integer(from, to))
  if (row.kind === 'delivery' || row.kind === 'survey') {
    const orderedOn = before(12, 45)
    const finished = visits.find((visit) => visit.row.finishedAt)?.row.finishedAt
    return {
      orderedOn,
      deliveryOn: addDays(orderedOn, 30),
      deliveredOn: row.kind === 'delivery' && finished ? dayOf(finished) : null,
      cameOn: row.kind === 'delivery' ? addDays(came, -1) : null,
    }
  }
  const soon = row.kind !== 'repair' && row.kind !== 'complaint'
  const deliveredOn = soon ? before(3, 14) : before(20, random.chance(0.7) ? 700 : 1_900)
  const orderedOn = addDays(deliveredOn, -random.integer(15, 60))
  return { orderedOn, deliveryOn: deliveredOn, deliveredOn, cameOn: addDays(deliveredOn, -6) }
}

const productOf = (products: readonly Product[], { matter }: TicketDraft): Product => {
  const found = products.find(({ model }) => model === matter.model)
  if (!found) throw new Error(`No product ${matter.model}`)
  return found
}

function others(random: Generator, products: readonly Product[], bought: Product): Product[] {
  const wanted = Array.from({ length: random.integer(0, 3) }, () => random.pick(products))
  return [...new Set(wanted)].filter((product) => product !== bought)
}

function linesOf(random: Generator, bought: readonly Product[]) {
  return bought.map((product, i) => ({
    position: i + 1,
    productId: product.id,
    model: product.model,
    quantity: quantityOf(random, product),
    // Up to a tenth off the list, in whole yuan.
    unitPrice: Math.round((product.price * random.integer(90, 100)) / 10_000) * 100,
  }))
}

function quantityOf(random: Generator, { model }: Product): number {
  if (model.startsWith('TC-')) return random.integer(40, 160)
  if (model.startsWith('MH-F')) return random.integer(18, 90)
  if (model === 'YS-C040') return random.pick([4, 6, 8])
  return 1
}

function requirementsOf(random: Generator, { locale }: Customer): string | null {
  const zh = ['送货前一小时打电话', '五楼无电梯，加搬运费', '拆包前请业主到场', '颜色以样板为准']
  const en = ['Ring an hour before', 'No lift, fifth floor', 'Colour as the sample in the shop']
  return random.chance(0.3) ? random.pick(locale === 'en' ? en : zh) : null
}

/** "From the order": the product by the name it was sold under. */
function tie(ticket: TicketDraft, order: OrderDraft['row'], product: Product): void {
  const sold = productTexts.find(({ model }) => model === product.model)!
  Object.assign(ticket.row, {
    orderId: order.id,
    orderNumber: order.number,
    storeId: order.storeId,
    product: ticket.row.locale === 'en' ? sold.en : sold.zh,
  })
}

/** What the desk adds once it has looked: the product, and a store near by where no order names one. */
function place(
  ticket: TicketDraft,
  tickets: readonly TicketDraft[],
  { stores, products }: Pick<Catalogue, 'stores' | 'products'>,
): void {
  const { row, customer, about } = ticket
  if (about) {
    const { orderId, orderNumber, storeId, product } = about.ticket.row
    Object.assign(row, { orderId, orderNumber, storeId, product })
  }
  if (row.status === 'new') return
  row.productId = productOf(products, ticket).id
  const near = customer.city === 'shanghai' ? 2 : tickets.indexOf(ticket) % 2
  row.storeId ??= stores[near]!.id
}
