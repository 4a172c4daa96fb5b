import type { TicketEventKind } from '#db/vocabulary/tickets.ts'
import { addBusinessTime, serviceTimeline } from '#app/domain/clocks/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** Service time within which somebody calls a customer for whom it isn't solved. */
const callBackTime = 4 * 3_600_000

/** What answers a customer who said that it isn't solved. */
const answers: ReadonlySet<TicketEventKind> = new Set<TicketEventKind>([
  'message_to_customer',
  'first_contact',
  'reopened',
  'resolved',
  'closed',
  'cancelled',
])

/** Kinds of events by which it is decided whether what the customer said still waits for an answer. */
export const unsolvedKinds: TicketEventKind[] = ['unsolved_told', ...answers]

/**
 * IN-7: since when the customer of an ended matter waits to hear about what isn't solved, and by when they were told
 * they would.
 * @param events of the matter, the latest first
 */
export async function unsolvedSince(
  ctx: Ctx,
  events: readonly { kind: TicketEventKind; at: Date }[],
): Promise<{ at: Date; callBy: Date } | null> {
  const last = events.find(({ kind }) => kind === 'unsolved_told' || answers.has(kind))
  if (last?.kind !== 'unsolved_told') return null
  const callBy = addBusinessTime(last.at, callBackTime, await serviceTimeline(ctx))
  return { at: last.at, callBy: callBy ?? new Date(last.at.getTime() + callBackTime) }
}
