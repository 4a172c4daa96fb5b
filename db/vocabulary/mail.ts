/** A mail that came in: on its ticket, or before a colleague. */
export const inboundStatuses = ['fetching', 'landed', 'review', 'discarded', 'failed'] as const
export type InboundStatus = (typeof inboundStatuses)[number]

/** Why a colleague decides where a mail belongs. */
export const reviewReasons = [
  'no_link',
  'other_sender',
  'link_over',
  'automatic',
  'too_long',
  'ticket_gone',
] as const
export type ReviewReason = (typeof reviewReasons)[number]
