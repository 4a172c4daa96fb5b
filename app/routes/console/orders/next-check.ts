import type { ActionFunctionArgs } from '@remix-run/node'
import { listOrders } from '#app/domain/orders/list-orders.server.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { orderPath, ordersPath } from './order-look.ts'

/** Leads to the contract that waits longest for its check; to the empty queue when none does. */
export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'order:check')
  const [next] = (await listOrders(ctx, { queue: 'check' }, 1)).rows
  return seeOther(next ? orderPath(next.number) : `${ordersPath}?queue=check`)
}
