import { z } from 'zod'
import { remindVisit } from '#app/domain/visits/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

const Payload = z.object({ visitId: z.number().int(), day: z.iso.date() })

/** The evening before a visit. */
export async function remindVisitJob(ctx: Ctx, payload: unknown): Promise<void> {
  await remindVisit(ctx, Payload.parse(payload))
}
