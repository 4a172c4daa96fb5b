export const ticketKinds = [
  'repair',
  'delivery',
  'install',
  'survey',
  'return',
  'exchange',
  'parts',
  'complaint',
  'enquiry',
] as const
export type TicketKind = (typeof ticketKinds)[number]

/** IN-7 */
export const ticketStatuses = [
  'new',
  'triaged',
  'scheduled',
  'in_progress',
  'paused',
  'resolved',
  'closed',
  'cancelled',
] as const
export type TicketStatus = (typeof ticketStatuses)[number]

export const openTicketStatuses = [
  'new',
  'triaged',
  'scheduled',
  'in_progress',
  'paused',
] as const satisfies readonly TicketStatus[]

/** IN-1 */
export const ticketChannels = [
  'portal',
  'phone',
  'counter',
  'hotline',
  'letter',
  'media',
  'staff',
] as const
export type TicketChannel = (typeof ticketChannels)[number]

/** The categories a new database begins with; a homeowner is shown a picture and examples of each. */
export const problemCategories = ['door', 'loose', 'surface', 'broken', 'missing', 'other'] as const
export type ProblemCategory = (typeof problemCategories)[number]

/** IN-4: 1 unusable or unsafe, 2 likely to become 1, 3 partly impaired, 4 cosmetic. */
export const severities = [1, 2, 3, 4] as const
export type Severity = (typeof severities)[number]

/** How many photos one report may carry. */
export const maxReportPhotos = 8

/** IN-7 as data: from → to. Code, tests and docs draw from this table alone. */
export const ticketMoves: Record<TicketStatus, readonly TicketStatus[]> = {
  new: ['triaged', 'paused', 'resolved', 'cancelled'],
  triaged: ['scheduled', 'paused', 'resolved', 'cancelled'],
  scheduled: ['triaged', 'in_progress', 'paused', 'resolved', 'cancelled'],
  in_progress: ['triaged', 'scheduled', 'paused', 'resolved', 'cancelled'],
  paused: ['triaged', 'scheduled', 'resolved', 'cancelled'],
  resolved: ['closed', 'triaged'],
  closed: ['triaged'],
  cancelled: ['triaged'],
}

export function canMoveTicket(from: TicketStatus, to: TicketStatus): boolean {
  return ticketMoves[from].includes(to)
}

/** IN-8: what may happen to a ticket. `public` kinds appear in the customer's timeline. */
export const ticketEventKinds = [
  'registered',
  'first_contact',
  'call_missed',
  'triaged',
  'escalated',
  'owner_changed',
  'facts_changed',
  'message_from_customer',
  'message_to_customer',
  'note_added',
  'photos_added',
  'visit_proposed',
  'visit_booked',
  'visit_confirmed',
  'visit_moved',
  'visit_cancelled',
  'visit_unassigned',
  'visit_pinned',
  'visit_marked',
  'visit_mark_cleared',
  'reminded',
  'called_ahead',
  'crew_set_out',
  'crew_arrived',
  'work_started',
  'work_finished',
  'work_signed',
  'late_told',
  'work_paused',
  'work_resumed',
  'damage_noted',
  'extra_proposed',
  'extra_decided',
  'work_inspected',
  'visit_escalated',
  'item_taken',
  'item_returned',
  'customer_no_show',
  'crew_no_show',
  'record_corrected',
  'rated',
  'followed_up',
  'complaint_opened',
  'paused',
  'resumed',
  'resolved',
  'closed',
  'reopened',
  'cancelled',
  'overdue',
  'tagged',
  'look_again',
  'merged',
  'unmerged',
  'mentioned',
  'handed_over',
  'handover_taken',
  'handover_declined',
  'other_person_asked',
  'other_person_dropped',
  'unsolved_told',
  'answer_used',
  'mail_received',
  'return_asked',
  'return_decided',
  'return_told',
  'return_approved',
  'return_sent_back',
  'return_appealed',
  'return_promised',
  'return_ready',
  'return_received',
  'return_inspected',
  'return_refunded',
  'return_answerable',
  'return_closed',
  'return_cancelled',
  'complaint_answered',
  'complaint_verdict',
  'complaint_closed',
  'complaint_reopened',
] as const
export type TicketEventKind = (typeof ticketEventKinds)[number]

export const publicEventKinds = [
  'registered',
  'first_contact',
  'triaged',
  'visit_booked',
  'visit_confirmed',
  'visit_moved',
  'visit_cancelled',
  'called_ahead',
  'crew_set_out',
  'crew_arrived',
  'work_started',
  'work_finished',
  'work_signed',
  'late_told',
  'extra_decided',
  'visit_escalated',
  'item_taken',
  'item_returned',
  'customer_no_show',
  'crew_no_show',
  'record_corrected',
  'paused',
  'resumed',
  'resolved',
  'closed',
  'reopened',
  'cancelled',
  'unsolved_told',
  'return_asked',
  'return_told',
  'return_appealed',
  'return_promised',
  'return_ready',
  'return_refunded',
  'return_closed',
  'return_cancelled',
  'complaint_answered',
  'complaint_verdict',
  'complaint_closed',
] as const satisfies readonly TicketEventKind[]
