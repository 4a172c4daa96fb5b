import type { WholeTicket } from '#app/domain/tickets/read-ticket.server.ts'
import { visitableTicketStatuses } from '#app/domain/visits/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Action, may } from '#app/platform/permissions.ts'
import { isErasedPhone } from '#db/vocabulary/customers.ts'
import { canMoveTicket, openTicketStatuses } from '#db/vocabulary/tickets.ts'

/** What this colleague may do with it as it stands now. */
export function rightsOf(actor: StaffActor, { ticket, visits, kept }: WholeTicket) {
  const allowed = (action: Action) => may(actor, action)
  const open = openTicketStatuses.some((status) => status === ticket.status)
  // It stays as it is: with the ticket it was merged into, or as a figure.
  const merged = ticket.mergedIntoId !== null || isErasedPhone(ticket.phone)
  const free = visits.every(({ status }) => status === 'finished' || status === 'cancelled')
  const moves = (to: typeof ticket.status, action: Action) =>
    allowed(action) && canMoveTicket(ticket.status, to)
  return {
    note: allowed('ticket:note') && !merged,
    message: allowed('ticket:message') && !merged,
    triage: allowed('ticket:triage') && open,
    handOver: allowed('ticket:triage') && open,
    contact: allowed('ticket:triage') && open,
    askReturn: allowed('return:ask') && open,
    seeReturns: allowed('return:read'),
    propose: allowed('visit:propose') && visitableTicketStatuses.includes(ticket.status),
    tag: allowed('ticket:note') && !merged,
    lookAgain:
      allowed('ticket:triage') &&
      !merged &&
      (ticket.followUpAt !== null || (ticket.status !== 'paused' && ticket.status !== 'cancelled')),
    pause: moves('paused', 'ticket:triage') && free,
    resume: allowed('ticket:triage') && ticket.status === 'paused',
    resolve: moves('resolved', 'ticket:resolve') && free && kept === null,
    close: moves('closed', 'ticket:resolve') && kept === null,
    cancel:
      moves('cancelled', 'ticket:resolve') &&
      free &&
      (kept === null || (kept.by === 'complaint' && allowed('complaint:handle'))),
    endAfterVisits: !free && moves('resolved', 'ticket:resolve'),
    reopen: allowed('ticket:resolve') && !open && !merged,
    merge: allowed('ticket:merge') && open && free,
    separate: allowed('ticket:merge'),
    seeVisits: allowed('visit:read'),
    dispatch: allowed('visit:dispatch'),
    followUp: allowed('follow-up:call'),
    complaint: allowed('complaint:handle') && ticket.kind === 'complaint',
    seeOrders: allowed('order:read'),
  }
}
