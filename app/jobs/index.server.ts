import type { JobHandlers } from '#app/platform/jobs.server.ts'
import { escalateOverdueJob, rewindClocksJob } from './clocks.server.ts'
import { drawInspectionsJob } from './draw-inspections.server.ts'
import { fetchMailJob } from './fetch-mail.server.ts'
import { indexWordsJob } from './index-words.server.ts'
import { makeWindowsJob } from './make-windows.server.ts'
import { planDayJob } from './plan-day.server.ts'
import { recountContactsJob } from './recount-contacts.server.ts'
import { remindVisitJob } from './remind-visit.server.ts'
import { sendMessageJob } from './send-message.server.ts'
import { settlePromisesJob } from './settle-promises.server.ts'
import { rollUpTalliesJob } from './roll-up-tallies.server.ts'
import { sweepSessionsJob, sweepUploadsJob } from './sweep.server.ts'

/** One thin handler per job kind. */
export const jobHandlers: JobHandlers = {
  'send-message': sendMessageJob,
  'fetch-mail': fetchMailJob,
  'remind-visit': remindVisitJob,
  'make-windows': makeWindowsJob,
  'plan-day': planDayJob,
  'settle-promises': settlePromisesJob,
  'escalate-overdue': escalateOverdueJob,
  'rewind-clocks': rewindClocksJob,
  'recount-contacts': recountContactsJob,
  'roll-up-tallies': rollUpTalliesJob,
  'draw-inspections': drawInspectionsJob,
  'index-words': indexWordsJob,
  'sweep-uploads': sweepUploadsJob,
  'sweep-sessions': sweepSessionsJob,
}

/** The schedule, in UTC. */
export const schedule = [
  '7 * * * * make-windows',
  '17 * * * * sweep-uploads',
  '27 * * * * settle-promises',
  '* * * * * escalate-overdue',
  '*/5 * * * * roll-up-tallies',
  '37 * * * * draw-inspections',
  '43 * * * * sweep-sessions',
].join('\n')
