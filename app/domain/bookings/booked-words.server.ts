import { asc, eq } from 'drizzle-orm'
import { orderLines } from '#db/schema/customers.ts'
import { products } from '#db/schema/stores.ts'
import { type Service, services } from '#db/vocabulary/bookings.ts'
import { type Locale, locales } from '#db/vocabulary/locales.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { goodsOf } from './order-to-book.server.ts'

/** As it fits a ticket's product. */
export function asProduct(about: string): string {
  const line = about.replace(/\s+/g, ' ')
  return line.length > 120 ? `${line.slice(0, 119).toWellFormed()}…` : line
}

const serviceName = (service: Service, locale: Locale) =>
  translate(locale)(`book:service.${service}`)

/** Stands for the description of a booking that needs no words of its own. */
export const bookedOnline = (service: Service, locale: Locale) =>
  translate(locale)('book:ticket.bookedOnline', { service: serviceName(service, locale) })

/**
 * A booking keeps what it is about in its customer's language. This says in the reader's what is ours of it, the
 * service and the order's goods; the customer's own words stay as they are.
 */
export async function inReadersWords(
  ctx: Ctx,
  { orderId }: { orderId: number | null },
): Promise<(kept: string) => string> {
  const lines = orderId === null ? [] : await linesOf(ctx, orderId)
  const said = (locale: Locale) => [
    ...services.flatMap((service) => [bookedOnline(service, locale), serviceName(service, locale)]),
    ...(lines.length > 0
      ? [goodsOf({ lines }, locale), asProduct(goodsOf({ lines }, locale))]
      : []),
  ]
  const mine = said(ctx.locale)
  const words = new Map(
    locales.flatMap((locale) => said(locale).map((kept, index) => [kept, mine[index]!] as const)),
  )
  return (kept) => words.get(kept) ?? kept
}

const linesOf = (ctx: Ctx, orderId: number) =>
  ctx.db
    .select({ nameZh: products.nameZh, nameEn: products.nameEn, quantity: orderLines.quantity })
    .from(orderLines)
    .innerJoin(products, eq(products.id, orderLines.productId))
    .where(eq(orderLines.orderId, orderId))
    .orderBy(asc(orderLines.position), asc(orderLines.id))
