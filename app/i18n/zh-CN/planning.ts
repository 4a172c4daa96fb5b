import bookings from './bookings.ts'
import dispatch from './dispatch.ts'
import orders from './orders.ts'
import plans from './plans.ts'
import roster from './roster.ts'

/** Namespaces of the pages about orders, bookings and crews. */
export const planningCatalogue = {
  bookings,
  dispatch,
  orders,
  plans,
  roster,
}
