import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { endAllSessions } from '#app/platform/session.server.ts'
import { recordAudit, staffSubject } from './record-audit.server.ts'

/** Notes that somebody signed out; the session itself is the platform's to end. */
export const signOut = (ctx: Ctx<StaffActor>) =>
  recordAudit(ctx, 'sign_out', staffSubject(ctx.actor.id))

/** Ends all of one's own sessions, this one too. */
export async function signOutEverywhere(ctx: Ctx<StaffActor>): Promise<void> {
  await endAllSessions(ctx, ctx.actor.id)
  await recordAudit(ctx, 'sign_out_everywhere', staffSubject(ctx.actor.id))
}
