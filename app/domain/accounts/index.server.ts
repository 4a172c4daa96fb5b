// PLACEHOLDER
import type { Ctx } from '#app/platform/context.server.ts'
export async function firstAdministratorLink(_ctx: Ctx): Promise<string | null> { return null }
export async function sweepSessions(_ctx: Ctx): Promise<void> {}
