/** One entry per file in `emails/`. */
export const emailTemplates = [
  'ticket-received',
  'message-to-customer',
  'visit-confirmed',
  'visit-moved',
  'visit-cancelled',
  'visit-finished',
  'ticket-resolved',
  'staff-invitation',
  'visit-booked',
  'visit-reminder',
  'order-ready',
  'order-not-ready',
  'order-returned',
  'visit-parts-short',
  'crew-on-the-way',
  'visit-late',
  'customer-no-show',
  'crew-no-show',
  'visit-escalated',
  'tickets-overdue',
  'ticket-urgent',
  'custody-receipt',
  'visit-signed',
  'return-decided',
  'return-to-approve',
  'complaint-opened',
  'fault-raised',
  'fault-decided',
  'return-appealed',
] as const
export type EmailTemplate = (typeof emailTemplates)[number]

/** How a message travels. `log`: nothing reaches this person, so it stands in the log for a colleague to pass on. */
export const channels = ['mail', 'log'] as const
export type Channel = (typeof channels)[number]

/**
 * `no_provider`: written, readable, not sent because no mail provider is set up. `withdrawn`: what it is about was
 * moved or cancelled before it went out.
 */
export const messageStatuses = [
  'queued',
  'retrying',
  'sent',
  'no_provider',
  'failed',
  'withdrawn',
] as const
export type MessageStatus = (typeof messageStatuses)[number]
