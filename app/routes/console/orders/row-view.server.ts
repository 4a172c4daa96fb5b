import { lastCheck } from '#app/domain/orders/check-deadline.server.ts'
import type { ListedOrder } from '#app/domain/orders/list-orders.server.ts'
import { missingIn } from '#app/domain/orders/missing-in.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Settings } from '#app/platform/settings.server.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { standingOf } from './order-look.ts'
import { promiseOf } from './promise.tsx'

export type OrderRow = ReturnType<typeof rowView>

/** A row of a queue: what the page shows of it, and nothing else. */
export function rowView(ctx: Ctx, order: ListedOrder, { checkBy }: Settings) {
  const { status, enteredAt } = order
  const today = dayOf(ctx.now())
  const standing = standingOf(order)
  const placed = Array.from({ length: order.lines }, () => ({ quantity: 1, unitPrice: 0 }))
  return {
    number: order.number,
    standing,
    name: order.name,
    store: ctx.locale === 'en' ? order.storeEn : order.storeZh,
    clerk: order.clerk,
    deliveryOn: order.deliveryOn,
    deliveryLate:
      order.deliveryOn !== null &&
      order.deliveryOn < today &&
      standing !== 'cancelled' &&
      standing !== 'agreed' &&
      standing !== 'delivered',
    /** The year is said where it isn't this one. */
    otherYear: order.deliveryOn?.slice(0, 4) !== today.slice(0, 4),
    enteredAt: enteredAt?.toISOString() ?? null,
    late: status === 'entered' && enteredAt !== null && enteredAt < lastCheck(ctx.now(), checkBy),
    missing: status === 'incomplete' ? missingIn(order, placed, today) : [],
    returnNote: status === 'incomplete' ? order.returnNote : null,
    lines: order.lines,
    arrived: order.arrived,
    promise: standing === 'ready' ? promiseOf(order, ctx.now()) : null,
  }
}
