import type { StatusLook } from '#app/ui/console/status.tsx'
import type { OrderStanding } from '#app/domain/orders/order-queues.ts'
import type { OrderStatus } from '#db/vocabulary/orders.ts'

export type Standing = OrderStanding

export const standingLook: Record<Standing, StatusLook> = {
  incomplete: { tone: 'trouble', icon: 'undo' },
  entered: { tone: 'waiting', icon: 's-new' },
  checked: { tone: 'active', icon: 'check' },
  ready: { tone: 'waiting', icon: 'box' },
  agreed: { tone: 'active', icon: 'truck' },
  delivered: { tone: 'done', icon: 's-ok' },
  cancelled: { tone: 'idle', icon: 's-cancel' },
}

/** Where an order stands, in one word. */
export function standingOf(order: {
  status: OrderStatus
  readyAt: unknown
  agreedAt: unknown
  deliveredOn: unknown
}): Standing {
  if (order.status !== 'checked') return order.status
  if (order.deliveredOn !== null) return 'delivered'
  if (order.agreedAt !== null) return 'agreed'
  return order.readyAt === null ? 'checked' : 'ready'
}

export const ordersPath = '/console/orders'
export const orderPath = (number: string | undefined) =>
  `${ordersPath}/${encodeURIComponent(number ?? '')}`
