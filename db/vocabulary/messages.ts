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
] as const
export type EmailTemplate = (typeof emailTemplates)[number]

/** `no_provider`: written, readable, not sent because no mail provider is set up. */
export const messageStatuses = ['queued', 'retrying', 'sent', 'no_provider', 'failed'] as const
export type MessageStatus = (typeof messageStatuses)[number]
