import { indexWords } from '#app/domain/search/index.server.ts'
import type { JobHandler } from '#app/platform/jobs.server.ts'

export const indexWordsJob: JobHandler = (ctx, _payload, { signal }) => indexWords(ctx, signal)
