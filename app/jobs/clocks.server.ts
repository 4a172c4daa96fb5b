import { rewindOpenClocks } from '#app/domain/clocks/index.server.ts'
import { escalateOverdue } from '#app/domain/tickets/index.server.ts'
import type { JobHandler } from '#app/platform/jobs.server.ts'

/** Every minute (IN-4). */
export const escalateOverdueJob: JobHandler = async (ctx) => {
  await escalateOverdue(ctx)
}

/** After a change of service hours, holidays or targets, and once as a server starts. */
export const rewindClocksJob: JobHandler = async (ctx, _payload, { signal }) => {
  await rewindOpenClocks(ctx, signal)
}
