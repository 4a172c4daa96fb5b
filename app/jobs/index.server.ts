import type { JobHandlers } from '#app/platform/jobs.server.ts'
import { sendMessageJob } from './send-message.server.ts'
import { sweepSessionsJob, sweepUploadsJob } from './sweep.server.ts'

/** One thin handler per job kind. */
export const jobHandlers: JobHandlers = {
  'send-message': sendMessageJob,
  'sweep-uploads': sweepUploadsJob,
  'sweep-sessions': sweepSessionsJob,
}

/** The schedule, in UTC. */
export const schedule = ['17 * * * * sweep-uploads', '43 * * * * sweep-sessions'].join('\n')
