import { consequenceOfVisit } from '#app/domain/consequences/index.server.ts'
import type { Ticket } from '#app/domain/tickets/index.server.ts'
import type { Visit } from '#app/domain/visits/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/**
 * VS-5: whether an original is to be collected on this visit: a decision asked for that (RX-4), or its ticket is an
 * exchange without one.
 * @returns since when, as a receipt from before is of another original; `null` when there is none to collect
 */
export async function collectsOriginal(
  ctx: Ctx,
  visit: Pick<Visit, 'id' | 'skill'>,
  ticket: Pick<Ticket, 'kind'>,
): Promise<{ since: Date | null } | null> {
  const consequence = await consequenceOfVisit(ctx, visit.id)
  if (consequence) {
    const collects = consequence.collects || consequence.kind === 'collection'
    return collects ? { since: consequence.madeAt } : null
  }
  return ticket.kind === 'exchange' && visit.skill !== 'survey' ? { since: null } : null
}
