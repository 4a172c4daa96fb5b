/** What colleagues at the service desk see of each other. */
export { answerHandover } from './answer-handover.server.ts'
export { changedSince } from './changed-since.server.ts'
export { changedTickets } from './changed-tickets.server.ts'
export { deskOfTicket } from './desk-of-ticket.server.ts'
export { handOver } from './hand-over.server.ts'
export { lastEventOf } from './last-event.server.ts'
export { lookAt, LookForm } from './look-at.server.ts'
export {
  beAt,
  beatEvery,
  forgetGone,
  goFrom,
  lingers,
  othersAt,
  type Present,
  sayWriting,
  tabKey,
  WritingForm,
} from './presence.server.ts'
export { countForMe, waitingForMe } from './waiting-for-me.server.ts'
