/** What other nouns may use of tickets. */
export { findTicket, findTicketById, type Ticket } from './find-ticket.server.ts'
export { visibleTickets } from './visible-tickets.server.ts'
export { recordEvent } from './record-event.server.ts'
export { moveTicket } from './move-ticket.server.ts'
export { registerTicket } from './register-ticket.server.ts'
export { makePrivateLink, openPrivateLink, type PrivateLink } from './private-link.server.ts'
export { sweepDrafts } from './sweep-drafts.server.ts'
export { warrantyOf, type Warranty } from './warranty.server.ts'
