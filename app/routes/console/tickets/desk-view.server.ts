import type { deskOfTicket } from '#app/domain/desk/index.server.ts'
import type { WholeTicket } from '#app/domain/tickets/read-ticket.server.ts'

/** What a ticket's page shows of colleagues: how far one has read, whose it was, who has it open. */
export function deskView(
  whole: Pick<WholeTicket, 'ticket' | 'events'>,
  { looked, handover, present, mentioned }: Awaited<ReturnType<typeof deskOfTicket>>,
) {
  return {
    /** The newest event on the page. */
    lastEvent: Math.max(0, ...whole.events.map(({ id }) => id)),
    looked: looked && { event: looked.event, at: looked.at.toISOString() },
    handover: handover && { ...handover, at: handover.at.toISOString() },
    present,
    mentioned,
    hands: handsOf(whole.events.filter(({ ticketId }) => ticketId === whole.ticket.id)),
  }
}

/** IN-9: through whose hands it went, the first first; more than one means that the customer was passed on. */
function handsOf(events: WholeTicket['events']): string[] {
  const changes = events
    .filter(({ kind }) => ownerChanges.some((one) => one === kind))
    .sort((a, b) => a.id - b.id)
    .flatMap(({ data }) => (Array.isArray(data.owner) ? [data.owner as unknown[]] : []))
  const hands = changes.flatMap(([from, to], index) => (index === 0 ? [from, to] : [to]))
  return hands.filter((name): name is string => typeof name === 'string')
}

const ownerChanges = ['owner_changed', 'handover_taken'] as const
