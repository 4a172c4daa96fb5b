import { asc, eq, inArray, or, sql } from 'drizzle-orm'
import { customers, orderLines, orders } from '#db/schema/customers.ts'
import { products } from '#db/schema/stores.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { tooMany } from '#app/platform/errors.ts'
import { countAttempt, secondsToWait } from '#app/platform/limits.server.ts'
import { toE164 } from '#app/platform/phone.server.ts'
import { contractNumber } from './contract.ts'

export interface KnownOrder {
  id: number
  number: string
  status: 'incomplete' | 'entered' | 'checked' | 'cancelled'
  customerId: number | null
  storeId: number
  name: string
  phone: string
  email: string | null
  address: string
  /** Civil dates. */
  orderedOn: string
  deliveryOn: string | null
  deliveredOn: string | null
  /** Everything is in stock: booking is open. */
  readyAt: Date | null
  agreedAt: Date | null
  lines: {
    id: number
    productId: number
    model: string
    nameZh: string
    nameEn: string
    quantity: number
    arrived: boolean
  }[]
}

const failures = { name: 'order-known', attempts: 60, seconds: 3600 }

/**
 * The order of whoever gives its number and its phone; `null` for everybody else. Only asking in vain counts against
 * an address, and one that did so too often is told nothing at all for a while.
 * @throws DomainError too_many `triedTooOften`
 */
export async function findOrderFor(
  ctx: Ctx,
  asked: { orderNumber: string; phone: string },
  address: string,
): Promise<KnownOrder | null> {
  const wait = await secondsToWait(ctx, failures, address)
  if (wait > 0) throw tooMany('triedTooOften', wait)
  const phone = toE164(asked.phone)
  const found = phone && (await lookUp(ctx, asked.orderNumber, phone))
  if (!found) await countAttempt(ctx, failures, address)
  return found || null
}

/**
 * Which order of a phone's a number means, as people copy it from paper: in capitals or not, with any dash or none,
 * with spaces, in full width. The phone finds the few orders to compare with.
 * @param person the entries of whoever has the phone, where they have several
 */
export async function orderMeant(
  ctx: Ctx,
  typed: string,
  phone: string,
  person: readonly number[] = [],
) {
  const number = contractNumber(typed)
  if (bare(number) === '') return null
  const known = await ordersOfPhone(ctx, phone, person)
  const exactly = known.find((order) => order.number === number)
  return exactly ?? known.find((order) => bare(order.number) === bare(number)) ?? null
}

const bare = (number: string) => number.replace(/[^\p{L}\p{N}]/gu, '')

/** The orders of a phone, by its contracts or by its customer: by key of an index each. */
export function ordersOfPhone(ctx: Ctx, phone: string, person: readonly number[] = []) {
  const itsCustomer = sql`(select ${customers.id} from ${customers} where ${customers.phone} = ${phone})`
  // As the index on the ends of phone numbers has it.
  const itsPhone = sql`reverse(${orders.phone}) = ${[...phone].reverse().join('')}`
  return ctx.db
    .select({
      id: orders.id,
      number: orders.number,
      storeId: orders.storeId,
      status: orders.status,
      orderedOn: orders.orderedOn,
    })
    .from(orders)
    .where(
      or(
        itsPhone,
        sql`${orders.customerId} = ${itsCustomer}`,
        person.length > 0 ? inArray(orders.customerId, [...person]) : undefined,
      ),
    )
    .orderBy(asc(orders.id))
}

async function lookUp(ctx: Ctx, typed: string, phone: string): Promise<KnownOrder | null> {
  const meant = await orderMeant(ctx, typed, phone)
  if (!meant) return null
  const [order] = await ctx.db
    .select({
      id: orders.id,
      number: orders.number,
      status: orders.status,
      customerId: orders.customerId,
      storeId: orders.storeId,
      name: orders.name,
      phone: orders.phone,
      email: orders.email,
      address: orders.address,
      orderedOn: orders.orderedOn,
      deliveryOn: orders.deliveryOn,
      deliveredOn: orders.deliveredOn,
      readyAt: orders.readyAt,
      agreedAt: orders.agreedAt,
    })
    .from(orders)
    .where(eq(orders.id, meant.id))
  if (!order) return null
  const lines = await ctx.db
    .select({
      id: orderLines.id,
      productId: products.id,
      model: products.model,
      nameZh: products.nameZh,
      nameEn: products.nameEn,
      quantity: orderLines.quantity,
      arrivedAt: orderLines.arrivedAt,
    })
    .from(orderLines)
    .innerJoin(products, eq(products.id, orderLines.productId))
    .where(eq(orderLines.orderId, order.id))
    .orderBy(asc(orderLines.position), asc(orderLines.id))
  return {
    ...order,
    lines: lines.map(({ arrivedAt, ...line }) => ({ ...line, arrived: arrivedAt !== null })),
  }
}
