import account from './account.ts'
import admin from './admin.ts'
import bookings from './bookings.ts'
import common from './everywhere.ts'
import consoleWords from './console.ts'
import crew from './crew.ts'
import dispatch from './dispatch.ts'
import followUps from './follow-ups.ts'
import orders from './orders.ts'
import plans from './plans.ts'
import promises from './promises.ts'
import refusals from './refusals.ts'
import roster from './roster.ts'
import tickets from './tickets.ts'
import validation from './validation.ts'
import visits from './visits.ts'
import words from './words.ts'

/** The namespaces of the pages that hydrate: the console and the crew's phone. */
export const staffCatalogue = {
  common,
  words,
  validation,
  refusals,
  console: consoleWords,
  tickets,
  visits,
  followUps,
  crew,
  dispatch,
  account,
  admin,
  orders,
  plans,
  promises,
  bookings,
  roster,
}
