import { endOfQuiet } from '#app/domain/messages/index.server.ts'
import type { WholeTicket } from '#app/domain/tickets/read-ticket.server.ts'
import { stillAwake } from '#app/domain/tickets/spoke-just-now.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Settings } from '#app/platform/settings.server.ts'

/** Until when a message written now would wait; null when it goes out at once. */
export function quietUntil(
  ctx: Ctx,
  { ticket, messages }: WholeTicket,
  { quietHours }: Settings,
): string | null {
  const last = messages.findLast(({ direction }) => direction === 'from_customer')
  const awake = [ticket.createdAt, ...(last ? [last.createdAt] : [])].some((at) =>
    stillAwake(at, ctx.now()),
  )
  if (awake || !ticket.email) return null
  return endOfQuiet(ctx.now(), quietHours)?.toISOString() ?? null
}
