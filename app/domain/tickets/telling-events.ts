import type { TicketEventKind } from '#db/vocabulary/tickets.ts'

/** What may change one's mind about what one is about to write: what others did or said, not what follows from it. */
export const telling = [
  'first_contact',
  'call_missed',
  'triaged',
  'owner_changed',
  'facts_changed',
  'message_from_customer',
  'message_to_customer',
  'mail_received',
  'note_added',
  'photos_added',
  'visit_proposed',
  'visit_booked',
  'visit_confirmed',
  'visit_moved',
  'visit_cancelled',
  'crew_set_out',
  'crew_arrived',
  'work_finished',
  'customer_no_show',
  'crew_no_show',
  'complaint_opened',
  'paused',
  'resumed',
  'resolved',
  'closed',
  'reopened',
  'cancelled',
  'merged',
  'unmerged',
  'handed_over',
  'handover_taken',
  'other_person_asked',
] as const satisfies readonly TicketEventKind[]

export const isTelling = (kind: TicketEventKind) => telling.some((one) => one === kind)
