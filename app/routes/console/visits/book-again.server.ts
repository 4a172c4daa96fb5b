import {
  hasLiveVisit,
  type Visit,
  visitableTicketStatuses,
} from '#app/domain/visits/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'
import type { TicketStatus } from '#db/vocabulary/tickets.ts'

/** Whether another time is to be found for a visit that came to nothing because somebody wasn't there. */
export async function mayBookAgain(
  ctx: Ctx<StaffActor>,
  { ticketId, noShow }: Visit,
  { status }: { status: TicketStatus },
): Promise<boolean> {
  if (!noShow || !may(ctx.actor, 'visit:propose')) return false
  return visitableTicketStatuses.includes(status) && !(await hasLiveVisit(ctx, ticketId))
}
