import { deliveriesOf } from '#app/domain/visits/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'

/** When an order's deliveries are agreed for, the earliest first; whoever may read the order may know. */
export async function deliveriesOfOrder(ctx: Ctx<StaffActor>, orderId: number) {
  authorize(ctx.actor, 'order:read')
  const found = await deliveriesOf(ctx, orderId)
  return found.map(({ number, start, end }) => ({ number, start, end }))
}
