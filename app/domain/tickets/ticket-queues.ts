/** The queues every clerk has (IN-7). */
export const ticketQueues = [
  'mine',
  'follow_up',
  'paused',
  'unassigned',
  'overdue',
  'open',
  'resolved',
  'closed',
  'all',
] as const
export type TicketQueue = (typeof ticketQueues)[number]

export const ticketSorts = ['due', 'newest', 'oldest', 'changed'] as const
export type TicketSort = (typeof ticketSorts)[number]

/** Queues of what is over, however much of it there is: they are walked in the order of registration alone. */
const endless: readonly TicketQueue[] = ['resolved', 'closed', 'all']

/** The orders a queue can be read in, its own first. */
export function sortsOf(queue: TicketQueue): readonly TicketSort[] {
  if (endless.includes(queue)) return ['newest', 'oldest']
  return queue === 'paused' ? ['newest', 'oldest', 'changed'] : ticketSorts
}

/** The order a queue is read in when this one is asked for. */
export function sortIn(queue: TicketQueue, asked: TicketSort | undefined): TicketSort {
  const sorts = sortsOf(queue)
  return asked && sorts.includes(asked) ? asked : sorts[0]!
}

/** Counting row by row stops here, so that it costs the same however many there are. */
export const countedUpTo = 10_000

/** What the clock or an owner decides is counted row by row; the rest is the sum of what changed. */
export const countedByRow = [
  'mine',
  'follow_up',
  'unassigned',
  'overdue',
] as const satisfies readonly TicketQueue[]
