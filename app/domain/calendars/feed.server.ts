import { randomUUID } from 'node:crypto'
import { and, eq, isNull, type SQL } from 'drizzle-orm'
import { calendarFeeds } from '#db/schema/bookings.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { hashToken, linkToken, looksLikeToken } from '#app/platform/tokens.server.ts'

export type Feed = typeof calendarFeeds.$inferSelect

/** Whose calendar it is: one ticket's customer's, or one member's of a crew. */
export type FeedOwner = { ticketId: number } | { crewId: number; staffId: string }

const ownedBy = (owner: FeedOwner): SQL =>
  'ticketId' in owner
    ? eq(calendarFeeds.ticketId, owner.ticketId)
    : and(eq(calendarFeeds.crewId, owner.crewId), eq(calendarFeeds.staffId, owner.staffId))!

/** Whether the feed of a token is one nobody has stopped. */
export async function findFeed(ctx: Ctx, token: string): Promise<Feed | undefined> {
  if (!looksLikeToken(token)) return undefined
  const [feed] = await ctx.db
    .select()
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.tokenHash, hashToken(token)), isNull(calendarFeeds.revokedAt)))
  return feed
}

/** The token of the owner's feed, or null while there is none. */
export async function tokenOf(ctx: Ctx, owner: FeedOwner): Promise<string | null> {
  const [feed] = await ctx.db
    .select({ id: calendarFeeds.id })
    .from(calendarFeeds)
    .where(and(ownedBy(owner), isNull(calendarFeeds.revokedAt)))
  return feed ? linkToken(feed.id) : null
}

/** A new address; the one before stops. The caller keeps two from doing so at once. */
export async function renew(tx: Tx, owner: FeedOwner): Promise<void> {
  await revoke(tx, owner)
  const id = randomUUID()
  await tx.db
    .insert(calendarFeeds)
    .values({ ...owner, id, tokenHash: hashToken(linkToken(id)), createdAt: tx.now() })
}

export async function revoke(ctx: Ctx, owner: FeedOwner): Promise<void> {
  await ctx.db
    .update(calendarFeeds)
    .set({ revokedAt: ctx.now() })
    .where(and(ownedBy(owner), isNull(calendarFeeds.revokedAt)))
}
