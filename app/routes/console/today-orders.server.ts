import { listOrders } from '#app/domain/orders/list-orders.server.ts'
import type { OrderQueue } from '#app/domain/orders/order-queues.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { rowView } from './orders/row-view.server.ts'

/** BK-5: the contracts and promises whose next step is this colleague's, a few of each queue. */
export async function ordersOfToday(ctx: Ctx<StaffActor>, few: number) {
  const settings = await currentSettings(ctx)
  const queues = await Promise.all(
    queuesOf(ctx.actor).map(async (queue) => {
      const { rows } = await listOrders(ctx, { queue }, few)
      return { queue, rows: rows.map((row) => rowView(ctx, row, settings)) }
    }),
  )
  return { checkBy: settings.checkBy, queues }
}

function queuesOf(actor: StaffActor): Exclude<OrderQueue, 'all'>[] {
  const checks = may(actor, 'order:check')
  const enters = may(actor, 'order:enter')
  return [
    ...(checks ? (['check'] as const) : enters ? (['incomplete'] as const) : []),
    ...(may(actor, 'order:receive') ? (['goods'] as const) : []),
    ...(enters ? (['agree'] as const) : []),
  ]
}
