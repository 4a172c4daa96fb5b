import { recountEveryContact } from '#app/domain/customers/index.server.ts'
import type { JobHandler } from '#app/platform/jobs.server.ts'

/** After the days between regular contacts were changed (CU-1). */
export const recountContactsJob: JobHandler = (ctx, _payload, { signal }) =>
  recountEveryContact(ctx, signal)
