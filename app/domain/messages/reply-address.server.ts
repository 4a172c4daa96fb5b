import { randomUUID } from 'node:crypto'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { privateLinks } from '#db/schema/tickets.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import { inboundMailSet } from '#app/platform/inbound-mail.server.ts'
import { hashToken, linkToken } from '#app/platform/tokens.server.ts'

/** The key of the link through which answers to a ticket's mails come back; null while no mail can reach us. */
export async function replyLinkOf(tx: Tx, ticketId: number): Promise<string | null> {
  if (!inboundMailSet()) return null
  const [before] = await tx.db
    .select({ id: privateLinks.id })
    .from(privateLinks)
    .where(
      and(
        eq(privateLinks.ticketId, ticketId),
        eq(privateLinks.purpose, 'reply'),
        isNull(privateLinks.revokedAt),
        isNull(privateLinks.expiresAt),
      ),
    )
    .orderBy(asc(privateLinks.createdAt))
    .limit(1)
  if (before) return before.id
  const id = randomUUID()
  await tx.db.insert(privateLinks).values({
    id,
    purpose: 'reply',
    ticketId,
    tokenHash: hashToken(linkToken(id)),
    createdAt: tx.now(),
  })
  return id
}

/** The token is written in figures that survive a mail program's lower case. */
export function replyAddress(linkId: string): string | undefined {
  const { INBOUND_DOMAIN } = environment()
  if (!INBOUND_DOMAIN) return undefined
  return `reply+${Buffer.from(linkToken(linkId), 'base64url').toString('hex')}@${INBOUND_DOMAIN}`
}

/** The token of the first address that is one of ours for answers. */
export function replyTokenIn(addresses: readonly string[]): string | null {
  const { INBOUND_DOMAIN } = environment()
  for (const address of addresses) {
    const [, figures, domain] = /reply\+([0-9a-f]{48})@([^\s<>,;"]+)/i.exec(address) ?? []
    if (figures && domain?.toLowerCase() === INBOUND_DOMAIN) {
      return Buffer.from(figures, 'hex').toString('base64url')
    }
  }
  return null
}
