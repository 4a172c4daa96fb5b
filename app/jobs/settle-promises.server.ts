import { settlePromises } from '#app/domain/promises/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** Soon after midnight, and every hour for what was left over (DS-4). */
export async function settlePromisesJob(ctx: Ctx): Promise<void> {
  await settlePromises(ctx)
}
