import { casesWaiting } from '#app/domain/returns/cases-for-me.server.ts'
import { countComplaintsWaiting } from '#app/domain/complaints/index.server.ts'
import { countForMe } from '#app/domain/desk/index.server.ts'
import { countLeavesToDecide } from '#app/domain/crews/leave-waiting.server.ts'
import { countMailsToReview } from '#app/domain/inbox/index.server.ts'
import { countOrdersWaiting } from '#app/domain/orders/count-orders.server.ts'
import { countOverdue } from '#app/domain/custody/index.server.ts'
import { countSupplyTasks } from '#app/domain/returns/index.server.ts'
import { countWaiting } from '#app/domain/tickets/count-waiting.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'

/** What the rail leads this colleague to, and how much waits there. */
export async function railView(ctx: Ctx<StaffActor>) {
  const { actor } = ctx
  const [counted, forMe, orders, leave, custody, returns, supply, mail, complaints] =
    await Promise.all([
      countWaiting(ctx),
      countForMe(ctx),
      countOrdersWaiting(ctx),
      countLeavesToDecide(ctx),
      may(actor, 'custody:read') ? countOverdue(ctx) : null,
      casesWaiting(ctx),
      may(actor, 'return:supply') ? countSupplyTasks(ctx) : null,
      may(actor, 'mail:review') ? countMailsToReview(ctx) : null,
      countComplaintsWaiting(ctx),
    ])
  const waiting = {
    ...{ ...counted, complaints, forMe, orders, leave, custody, returns, mail },
    supply: supply && supply.supply + supply.originals,
  }
  return {
    waiting,
    may: {
      tickets: may(actor, 'ticket:read'),
      register: may(actor, 'ticket:register'),
      dispatch: may(actor, 'visit:dispatch'),
      promises: may(actor, 'promise:read'),
      bookings: may(actor, 'booking:read'),
      bookingSetup: may(actor, 'booking:settings'),
      followUps: may(actor, 'follow-up:call'),
      complaints: may(actor, 'complaint:handle'),
      records: may(actor, 'staff-record:read'),
      returns: may(actor, 'return:read'),
      claims: may(actor, 'claim:read'),
      returnFigures: may(actor, 'return:cost'),
      supply: may(actor, 'return:supply'),
      orders: may(actor, 'order:read'),
      custody: may(actor, 'custody:read'),
      customers: may(actor, 'customer:read'),
      phrases: may(actor, 'ticket:message'),
      knowledge: may(actor, 'knowledge:read'),
      crew: may(actor, 'visit:work'),
      settings: may(actor, 'settings:manage'),
      people: may(actor, 'people:manage'),
      messages: may(actor, 'message-log:read'),
      audit: may(actor, 'audit:read'),
    },
  }
}
