import { and, isNotNull, lt, or } from 'drizzle-orm'
import { invitations, rateLimits, sessions } from '#db/schema/accounts.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { addHours } from '#app/platform/time.server.ts'

/** Forgets what has run out: sessions and counted attempts at once, one-time links after 30 days. */
export async function sweepSessions(ctx: Ctx): Promise<void> {
  const now = ctx.now()
  const longAgo = addHours(now, -30 * 24)
  await ctx.db.delete(sessions).where(or(lt(sessions.expiresAt, now), lt(sessions.endsAt, now)))
  await ctx.db.delete(rateLimits).where(lt(rateLimits.resetsAt, now))
  await ctx.db
    .delete(invitations)
    .where(
      or(
        lt(invitations.expiresAt, longAgo),
        and(isNotNull(invitations.usedAt), lt(invitations.usedAt, longAgo)),
      ),
    )
}
