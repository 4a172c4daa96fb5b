/** What other nouns, pages and jobs may use of clocks. */
export { addBusinessTime, businessTime, type Calendar, type Timeline } from './business-time.ts'
export { type ClockView, clocksOf, nextClock } from './clocks-of.server.ts'
export { countRunning } from './count-running.server.ts'
export { rewindOpenClocks } from './rewind-clocks.server.ts'
export { changeCalendar, rewindClocks, serviceTimeline } from './service-calendar.server.ts'
export { settleClocks, settleTickets } from './settle-clocks.server.ts'
