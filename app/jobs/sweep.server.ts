import type { Ctx } from '#app/platform/context.server.ts'
import { sweepImports } from '#app/domain/orders/index.server.ts'
import { sweepDrafts } from '#app/domain/tickets/index.server.ts'
import { sweepSessions } from '#app/domain/accounts/index.server.ts'
import { forgetGone } from '#app/domain/desk/index.server.ts'

/** Forgets reports that were begun and never sent, with their photos, and files of contracts. */
export async function sweepUploadsJob(ctx: Ctx): Promise<void> {
  await sweepDrafts(ctx)
  await sweepImports(ctx)
}

/** Forgets sessions, invitations and counted attempts that have run out, and who had what open when a process crashed. */
export async function sweepSessionsJob(ctx: Ctx): Promise<void> {
  await sweepSessions(ctx)
  await forgetGone(ctx)
}
