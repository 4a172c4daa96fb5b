import type { TicketEventKind } from '#db/vocabulary/tickets.ts'
import { settleClocks } from '#app/domain/clocks/index.server.ts'
import { refreshWords } from '#app/domain/search/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { settleFollowUp } from './follow-up-at.server.ts'
import { tellComplaint, tellUrgent } from './tell-managers.server.ts'

/** Events after which other time is promised, or none. */
const moveClocks: ReadonlySet<TicketEventKind> = new Set<TicketEventKind>([
  'registered',
  'first_contact',
  'triaged',
  'facts_changed',
  'visit_booked',
  'visit_confirmed',
  'visit_moved',
  'visit_cancelled',
  'visit_unassigned',
  'crew_arrived',
  'work_started',
  'work_finished',
  'customer_no_show',
  'crew_no_show',
  'visit_escalated',
  'paused',
  'resumed',
  'resolved',
  'closed',
  'reopened',
  'cancelled',
  'merged',
  'unmerged',
])

/** Events after which a ticket is found by other words. */
const changeWords: ReadonlySet<TicketEventKind> = new Set<TicketEventKind>([
  'registered',
  'triaged',
  'facts_changed',
  'message_from_customer',
  'message_to_customer',
  'mail_received',
  'note_added',
  'tagged',
  'resolved',
  'merged',
  'unmerged',
])

/** What every event of its kind brings with it, in the same transaction and whichever verb recorded it. */
export async function whatFollows(
  tx: Tx,
  ticket: { id: number },
  kind: TicketEventKind,
  data: Record<string, unknown>,
): Promise<void> {
  await settleFollowUp(tx, ticket, kind)
  if (moveClocks.has(kind)) await settleClocks(tx, ticket.id)
  if (kind === 'escalated') await tellUrgent(tx, ticket.id)
  if (kind === 'registered' || becameComplaint(data)) await tellComplaint(tx, ticket.id)
  if (changeWords.has(kind)) await refreshWords(tx, ticket.id)
}

/** CP-1: what was taken for something else is a complaint. */
const becameComplaint = ({ kind }: Record<string, unknown>): boolean =>
  Array.isArray(kind) && kind[1] === 'complaint'
