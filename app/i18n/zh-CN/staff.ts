import account from './account.ts'
import admin from './admin.ts'
import bookings from './bookings.ts'
import consoleWords from './console.ts'
import custody from './custody.ts'
import dispatch from './dispatch.ts'
import followUps from './follow-ups.ts'
import orders from './orders.ts'
import plans from './plans.ts'
import { phoneCatalogue } from './phone.ts'
import promises from './promises.ts'
import roster from './roster.ts'
import tickets from './tickets.ts'
import visits from './visits.ts'
import settings from './settings.ts'
import hotline from './hotline.ts'
import mailbox from './mailbox.ts'
import customers from './customers.ts'
import knowledge from './knowledge.ts'
import finding from './finding.ts'
import desk from './desk.ts'
import clocks from './clocks.ts'
import queues from './queues.ts'

/** The namespaces of the pages that hydrate: the console and the crew's phone. */
export const staffCatalogue = {
  ...phoneCatalogue,
  console: consoleWords,
  tickets,
  visits,
  followUps,
  custody,
  dispatch,
  account,
  admin,
  orders,
  plans,
  promises,
  bookings,
  roster,
  settings,
  hotline,
  mailbox,
  customers,
  knowledge,
  finding,
  desk,
  clocks,
  queues,
}
