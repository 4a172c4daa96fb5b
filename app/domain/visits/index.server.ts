/** What other nouns, pages and the demo data may use of visits. */
export { proposeVisit, visitableTicketStatuses } from './propose-visit.server.ts'
export { appendSignedRecord } from './signed-record.server.ts'
export { visitsOfTicket, type VisitOfTicket } from './visits-of-ticket.server.ts'
