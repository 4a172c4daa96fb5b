import { z } from 'zod'
import { workOutPlan } from '#app/domain/planning/index.server.ts'
import type { JobHandler } from '#app/platform/jobs.server.ts'

const Payload = z.object({ planId: z.uuid() })

/** A whole day planned in one go (DS-6). */
export const planDayJob: JobHandler = async (ctx, payload, { signal }) => {
  await workOutPlan(ctx, Payload.parse(payload).planId, signal)
}
