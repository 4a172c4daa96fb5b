/** What other nouns, pages and the demo data may use of visits. */
export { type Booking, bookVisit, nowScheduled } from './book-visit.server.ts'
export { callAhead, callsAhead } from './call-ahead.server.ts'
export { deliveriesOf, hasLiveVisit } from './live-visits.server.ts'
export { cancelHeldVisit, cancelVisit } from './cancel-visit.server.ts'
export { confirmVisit } from './confirm-visit.server.ts'
export { acceptConsent, consentFile, type ConsentName, keepConsent } from './consent.server.ts'
export { type Place, placesInWindow } from './crew-for-window.server.ts'
export { type CrewFor, crewsFor } from './crews-for.server.ts'
export { dayOfCrew, type Stop } from './day-of-crew.server.ts'
export {
  type CrewDay,
  dayOfDispatch,
  type Stop as DispatchStop,
  type Where,
} from './day-of-dispatch.server.ts'
export { type DispatchVisit, visitsOfDay, visitsWithoutCrew } from './dispatch-visits.server.ts'
export { type Delay, type Forecast, forecast } from './forecast.ts'
export {
  changeVisit,
  findOwnVisit,
  findVisit,
  lockVisit,
  ownVisits,
  readVisitId,
  ticketOfLinked,
  type Visit,
  visibleVisits,
} from './find-visit.server.ts'
export { type BusyCrew, type FreeCrew, freeCrews } from './free-crews.server.ts'
export {
  daysOfVisit,
  holdDaysOf,
  laterVisits,
  refreshAround,
  refuseMovedAway,
} from './hold-days.server.ts'
export { type HeldVisit, lockVisits, vacateHeldVisits } from './hold-visits.server.ts'
export { isSigned } from './is-signed.server.ts'
export { pinVisit } from './pin-visit.server.ts'
export { placeHeldVisit, takeHeldVisitOff } from './place-visit.server.ts'
export { takeOffCrew } from './take-off-crew.server.ts'
export { clearHeldMark, clearMark } from './clear-mark.server.ts'
export { markHeldVisit, markVisit } from './mark-visit.server.ts'
export { moveToWindow } from './move-to-window.server.ts'
export { refusingDisorder, refusingOverlap } from './refuse-overlap.server.ts'
export { type Mark, marksOf } from './marks.server.ts'
export { latestDelay, wayOfDelay } from './delays.server.ts'
export { moveVisit } from './move-visit.server.ts'
export { noShow } from './no-show.server.ts'
export { aboutWhenThere } from './on-the-way.server.ts'
export { proposeVisit, visitableTicketStatuses } from './propose-visit.server.ts'
export { remindVisit, scheduleReminder, withdrawReminder } from './remind-visit.server.ts'
export { tellBooked, tellMoved, wasTold } from './tell-customer.server.ts'
export { tellOnTheWay, withdrawWhen } from './tell-day.server.ts'
export { tellLate } from './tell-late.server.ts'
export { visitForDispatch } from './visit-for-dispatch.server.ts'
export { visitsOfTicket, type VisitOfTicket } from './visits-of-ticket.server.ts'
export {
  areasOfWaiting,
  countMarkedSoon,
  type WaitingFilter,
  type WaitingPlace,
  type WaitingVisit,
  waitingVisits,
} from './waiting-visits.server.ts'
