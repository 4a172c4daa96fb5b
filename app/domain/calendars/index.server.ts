/** What pages may use of calendars. */
export { calendarFileOfTicket, changeTicketFeed, ticketCalendar } from './ticket-calendar.server.ts'
export { changeCrewFeed, crewFeed } from './crew-calendar.server.ts'
export { openFeed } from './open-feed.server.ts'
export { FeedForm } from './feed-form.ts'
