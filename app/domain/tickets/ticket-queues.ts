/** The queues every clerk has (IN-7). */
export const ticketQueues = [
  'mine',
  'unassigned',
  'open',
  'paused',
  'resolved',
  'closed',
  'all',
] as const
export type TicketQueue = (typeof ticketQueues)[number]
