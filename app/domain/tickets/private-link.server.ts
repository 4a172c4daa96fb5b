import { randomUUID } from 'node:crypto'
import { and, eq, gt, isNull, or } from 'drizzle-orm'
import { privateLinks } from '#db/schema/tickets.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { hashToken, linkToken, looksLikeToken } from '#app/platform/tokens.server.ts'
import { speaksFor } from './merged-tickets.server.ts'

export type PrivateLink = typeof privateLinks.$inferSelect

/** Makes a private link to a ticket, or to the rating of one of its visits. @returns the link's key */
export async function makePrivateLink(
  tx: Tx,
  link: {
    purpose: PrivateLink['purpose']
    ticketId: number
    visitId?: number
    expiresAt?: Date
  },
): Promise<string> {
  const id = randomUUID()
  await tx.db.insert(privateLinks).values({
    ...link,
    id,
    tokenHash: hashToken(linkToken(id)),
    createdAt: tx.now(),
  })
  return id
}

/**
 * What a private link opens; reading it uses nothing up. The link of a ticket that was merged opens the one
 * that speaks for it (IN-6).
 * @throws DomainError not_found when it never was, has expired or was revoked
 */
export async function openPrivateLink(
  ctx: Ctx,
  token: string | undefined,
  purpose: PrivateLink['purpose'],
): Promise<PrivateLink> {
  if (!looksLikeToken(token)) throw notFound()
  const [link] = await ctx.db
    .select()
    .from(privateLinks)
    .where(
      and(
        eq(privateLinks.tokenHash, hashToken(token)),
        eq(privateLinks.purpose, purpose),
        isNull(privateLinks.revokedAt),
        or(isNull(privateLinks.expiresAt), gt(privateLinks.expiresAt, ctx.now())),
      ),
    )
  if (!link) throw notFound()
  // A link of a visit stays with what it was about.
  return purpose === 'rate' ? link : { ...link, ticketId: await speaksFor(ctx, link.ticketId) }
}
