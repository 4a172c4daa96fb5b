import { and, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm'
import { customers, orderLines, orders } from '#db/schema/customers.ts'
import { products } from '#db/schema/stores.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { toE164 } from '#app/platform/phone.server.ts'
import { contractNumber } from './contract.ts'
import { inQueue } from './order-queues.server.ts'
import { visibleOrders } from './visible-orders.server.ts'

const enough = 500

/**
 * The keys of the orders a colleague may mean: the beginning of a number, with or without its hyphen, a telephone
 * number in any spelling or its last digits, the beginning of a name, or a model that orders wait for. Each is looked
 * up in its own index.
 */
export async function searchOrders(ctx: Ctx, q: string): Promise<number[]> {
  const ways = [...numbered(q), ...ofPerson(q), ...(await waitingFor(ctx, q))]
  const rows = await Promise.all(
    ways.map((condition) =>
      ctx.db
        .select({ id: orders.id })
        .from(orders)
        .where(and(condition, visibleOrders(ctx.actor)))
        .limit(enough),
    ),
  )
  return [...new Set(rows.flat().map(({ id }) => id))].slice(0, enough)
}

const beginning = (text: string) => `${text.replace(/[\\%_]/g, '\\$&')}%`

/** The number as typed; without a hyphen, also with one wherever it may have been. */
function numbered(q: string): SQL[] {
  const number = contractNumber(q)
  if (number === '') return []
  const places = /^[\p{L}\p{N}]{4,20}$/u.test(number) ? [...number].length - 1 : 0
  const spelt = Array.from({ length: places }, (_, at) => {
    const letters = [...number]
    return [...letters.slice(0, at + 1), '-', ...letters.slice(at + 1)].join('')
  })
  return [or(...[number, ...spelt].map((one) => sql`${orders.number} like ${beginning(one)}`))!]
}

function ofPerson(q: string): SQL[] {
  const digits = q.normalize('NFKC').replace(/[\s\p{Pd}().+]/gu, '')
  if (/^\d{4,15}$/.test(digits)) {
    const phone = toE164(q)
    const tails = [digits, ...(phone ? [phone] : [])].map((tail) => [...tail].reverse().join(''))
    return [
      or(...tails.map((tail) => sql`reverse(${orders.phone}) like ${beginning(tail)}`))!,
      // Who a contract belongs to may have another number by now than it says.
      ...(phone
        ? [
            sql`${orders.customerId} in (
            select ${customers.id} from ${customers} where ${customers.phone} = ${phone})`,
          ]
        : []),
    ]
  }
  return /^\d*$/.test(digits) ? [] : [sql`${orders.name} like ${beginning(q)}`]
}

/** The orders that wait for a model. */
async function waitingFor(ctx: Ctx, q: string): Promise<SQL[]> {
  const model = q.normalize('NFKC').trim().toUpperCase()
  if (model.length < 3) return []
  const found = await ctx.db
    .select({ id: products.id })
    .from(products)
    .where(sql`upper(${products.model}) like ${beginning(model)}`)
    .limit(enough)
  if (found.length === 0) return []
  const lacking = ctx.db
    .select({ id: orderLines.orderId })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(
      and(
        inQueue('goods'),
        isNull(orderLines.arrivedAt),
        inArray(
          orderLines.productId,
          found.map(({ id }) => id),
        ),
      ),
    )
  return [inArray(orders.id, lacking)]
}
