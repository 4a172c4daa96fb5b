import type { JobHandlers } from '#app/platform/jobs.server.ts'
import { makeWindowsJob } from './make-windows.server.ts'
import { planDayJob } from './plan-day.server.ts'
import { remindVisitJob } from './remind-visit.server.ts'
import { sendMessageJob } from './send-message.server.ts'
import { settlePromisesJob } from './settle-promises.server.ts'
import { sweepSessionsJob, sweepUploadsJob } from './sweep.server.ts'

/** One thin handler per job kind. */
export const jobHandlers: JobHandlers = {
  'send-message': sendMessageJob,
  'remind-visit': remindVisitJob,
  'make-windows': makeWindowsJob,
  'plan-day': planDayJob,
  'settle-promises': settlePromisesJob,
  'sweep-uploads': sweepUploadsJob,
  'sweep-sessions': sweepSessionsJob,
}

/** The schedule, in UTC. */
export const schedule = [
  '7 * * * * make-windows',
  '17 * * * * sweep-uploads',
  '27 * * * * settle-promises',
  '43 * * * * sweep-sessions',
].join('\n')
