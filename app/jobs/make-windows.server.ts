import { makeWindows } from '#app/domain/windows/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** Makes the windows of the days that came into sight, and counts all of them again (BK-1). */
export async function makeWindowsJob(ctx: Ctx): Promise<void> {
  await makeWindows(ctx)
}
