import consoleWords from './console.ts'
import custody from './custody.ts'
import followUps from './follow-ups.ts'
import { handCatalogue } from './hand.ts'
import promises from './promises.ts'
import tickets from './tickets.ts'
import visits from './visits.ts'
import knowledge from './knowledge.ts'
import finding from './finding.ts'
import desk from './desk.ts'
import clocks from './clocks.ts'
import queues from './queues.ts'

/** The namespaces that every page of the console needs. */
export const staffCatalogue = {
  ...handCatalogue,
  console: consoleWords,
  tickets,
  visits,
  followUps,
  custody,
  promises,
  knowledge,
  finding,
  desk,
  clocks,
  queues,
}
