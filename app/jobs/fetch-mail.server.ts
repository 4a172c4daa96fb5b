import { z } from 'zod'
import { fetchMail } from '#app/domain/inbox/index.server.ts'
import type { JobHandler } from '#app/platform/jobs.server.ts'

const Payload = z.object({ inboundId: z.uuid() })

/** Reads a mail that was announced and puts it where it belongs. */
export const fetchMailJob: JobHandler = async (ctx, payload, { last }) => {
  await fetchMail(ctx, Payload.parse(payload).inboundId, { last })
}
