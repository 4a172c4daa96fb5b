/** What other nouns, pages and jobs may use of bookings. */
export { areaOfBooking, areasToChoose, cityElsewhere, whyNoArea } from './area-of-booking.server.ts'
export { type BookingOutcome, bookOnline } from './book-online.server.ts'
export {
  bookingAnswersOf,
  type BookingErrors,
  bookingErrorsIn,
  bookingKind,
} from './booking-form.server.ts'
export {
  type BookingAnswers,
  type BookingField,
  type BookingStep,
  bookingSteps,
  bookLater,
  homeQuestionsOf,
  isBookingStep,
  nextBookingStep,
  stepOfBookingField,
  wentThrough,
} from './booking-steps.ts'
export {
  calendarView,
  type CalendarView,
  offered,
  type OfferedWindow,
} from './calendar-view.server.ts'
export { followingOffer, type FollowingOffer } from './following-offer.server.ts'
export { deliveriesOfOrder } from './deliveries-of-order.server.ts'
export { registerDelivery } from './register-delivery.server.ts'
export { takeTime } from './plan-time.server.ts'
export { goodsOf, orderForPage, orderToBook } from './order-to-book.server.ts'
export { inReadersWords } from './booked-words.server.ts'
export { capacityTable, tableDays, type TableWindow } from './capacity-table.server.ts'
export { type AreaDay, areasOverview } from './areas-overview.server.ts'
export { crewsOfArea } from './crews-of-area.server.ts'
export { moveStranded, type Rehomed, rehomeVisit, rehomeVisits } from './rehome-visits.server.ts'
export { countStranded, type StrandedVisit, strandedVisits } from './stranded-visits.server.ts'
export type { StrandedWhy } from './why-stranded.server.ts'
export { type WindowDetail, windowDetail } from './window-detail.server.ts'
export { cancelVisitOfCustomer } from './cancel-visit-of-customer.server.ts'
export { moveVisitOfCustomer, MoveVisitOfCustomerForm } from './move-visit-of-customer.server.ts'
export {
  changeable,
  type Changeable,
  changeUntilTold,
  findVisitOfCustomer,
  readVisitOfCustomer,
} from './visit-of-customer.server.ts'
export { nearestToGone, waysToMove } from './ways-to-move.server.ts'
export { type BookingOfCustomer, readBookingOfCustomer } from './booking-of-customer.server.ts'
export { bookOnTicket, isUrgent } from './book-on-ticket.server.ts'
export { type DeskWindow, deskWindows, windowsForVisit } from './desk-windows.server.ts'
export { moveVisitToWindow } from './move-visit-to-window.server.ts'
export {
  nearestForReport,
  reportWindow,
  reportWindows,
  sendReport,
} from './report-window.server.ts'
export { waitingTickets } from './waiting-tickets.server.ts'
