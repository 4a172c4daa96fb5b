import type { Db } from '#db/client.server.ts'
import { orderLines, orders } from '#db/schema/customers.ts'
import { addDays, dayOf } from '#app/platform/time.server.ts'
import type { Catalogue, Product } from './catalogue.server.ts'
import type { Customer } from './customers.server.ts'
import type { TicketDraft } from './draft.ts'
import { type Generator, nth } from './generator.ts'
import { insertAll, takeIds, withIds } from './insert.server.ts'
import { productTexts } from './texts/catalogue.ts'
import { guides } from './texts/people.ts'

const orderCount = 60
/** Of these, bought by somebody who has a ticket. */
const withTicket = 56

type OrderRow = typeof orders.$inferInsert & { id: number }
type LineRow = typeof orderLines.$inferInsert

export interface Orders {
  orders: OrderRow[]
  lines: LineRow[]
}

/** Sixty contracts; a ticket about something that was bought with one is tied to it. */
export async function makeOrders(
  tx: Db,
  random: Generator,
  { stores, products }: Catalogue,
  customers: readonly Customer[],
  tickets: readonly TicketDraft[],
): Promise<Orders> {
  const ids = await takeIds(tx, orders, orderCount)
  const rows: OrderRow[] = []
  const lines: LineRow[] = []
  const sell = (customer: Customer, orderedOn: string, deliveredOn: string | null) => {
    const i = rows.length
    const place = customer.city === 'shanghai' ? 2 : i % 2
    const row: OrderRow = {
      id: ids[i]!,
      number: `${orderedOn.slice(2, 4)}-${stores[place]!.code}-${String(417 + i * 13).padStart(5, '0')}`,
      storeId: stores[place]!.id,
      customerId: customer.id,
      address: customer.address,
      orderedOn,
      deliveredOn,
      clerk: random.pick(nth(guides, place)),
      requirements: requirementsOf(random, customer),
    }
    rows.push(row)
    return row
  }

  for (const ticket of tickets) {
    if (rows.length === withTicket) break
    if (ticket.about || ticket.row.kind === 'enquiry' || !random.chance(0.62)) continue
    const { orderedOn, deliveredOn } = datesOf(random, ticket)
    const row = sell(ticket.customer, orderedOn, deliveredOn)
    const product = productOf(products, ticket)
    lines.push(...linesOf(random, row, [product, ...others(random, products, product)]))
    tie(ticket, row, product)
  }
  while (rows.length < orderCount) {
    const orderedOn = addDays(dayOf(tickets[0]!.row.createdAt), -random.integer(20, 400))
    const row = sell(random.pick(customers), orderedOn, addDays(orderedOn, 30))
    const product = random.pick(products)
    lines.push(...linesOf(random, row, [product, ...others(random, products, product)]))
  }
  for (const ticket of tickets) place(ticket, tickets, { stores, products })
  return { orders: rows, lines }
}

export async function insertOrders(tx: Db, made: Orders): Promise<void> {
  await insertAll(tx, orders, made.orders)
  await insertAll(tx, orderLines, await withIds(tx, orderLines, made.lines))
}

function datesOf(random: Generator, { row }: TicketDraft) {
  const came = dayOf(row.createdAt)
  const before = (from: number, to: number) => addDays(came, -random.integer(from, to))
  if (row.kind === 'delivery' || row.kind === 'survey' || row.kind === 'install') {
    return { orderedOn: before(12, 45), deliveredOn: null }
  }
  const soon = row.kind === 'return' || row.kind === 'exchange' || row.kind === 'parts'
  const deliveredOn = soon ? before(3, 14) : before(20, random.chance(0.7) ? 700 : 1_900)
  return { orderedOn: addDays(deliveredOn, -random.integer(15, 60)), deliveredOn }
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

function linesOf(random: Generator, order: OrderRow, bought: readonly Product[]): LineRow[] {
  return bought.map((product) => ({
    orderId: order.id,
    productId: product.id,
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
function tie(ticket: TicketDraft, order: OrderRow, product: Product): void {
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
