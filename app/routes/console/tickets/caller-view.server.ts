import type { KnownCustomer } from '#app/domain/tickets/customer-by-phone.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

export type CallerView = NonNullable<ReturnType<typeof callerView>>

/** What the register shows of somebody who calls. */
export function callerView(ctx: Ctx, customer: KnownCustomer | null) {
  if (!customer) return null
  const brief = ({ createdAt, ...ticket }: KnownCustomer['open'][number]) => ({
    number: ticket.number,
    title: ticket.title,
    status: ticket.status,
    product: ticket.product,
    category: ticket.category,
    createdAt: createdAt.toISOString(),
  })
  return {
    id: customer.id,
    name: customer.name,
    phone: customer.phone,
    email: customer.email ?? '',
    address: customer.address ?? '',
    locale: customer.locale,
    bought: customer.bought.map((line) => ({
      key: String(line.lineId),
      productId: line.productId,
      name: ctx.locale === 'en' ? line.nameEn : line.nameZh,
      model: line.model,
      product: `${ctx.locale === 'en' ? line.nameEn : line.nameZh} ${line.model}`,
      /** As it is called in the other language: what was registered before may say it so. */
      also: `${ctx.locale === 'en' ? line.nameZh : line.nameEn} ${line.model}`,
      orderNumber: line.orderNumber,
      warranty: line.warranty,
    })),
    open: customer.open.map(brief),
    recent: customer.recent.map(brief),
    earlier: customer.earlier,
  }
}
