import type { ActionFunctionArgs } from '@remix-run/node'
import { findOrder } from '#app/domain/orders/find-order.server.ts'
import type { Action } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'

/** The context of a colleague at an order they may see; one they may not see is a missing one, whatever they send. */
export async function atOrder({ request, params }: ActionFunctionArgs, action: Action) {
  const ctx = await staffContext(request, action)
  const { number } = await findOrder(ctx, params.number ?? '')
  return { ctx, number }
}
