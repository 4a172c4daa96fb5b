import { eq } from 'drizzle-orm'
import { privateLinks, tickets } from '#db/schema/tickets.ts'
import type { ReviewReason } from '#db/vocabulary/mail.ts'
import { replyTokenIn } from '#app/domain/messages/index.server.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { countAttempt } from '#app/platform/limits.server.ts'
import { hashToken } from '#app/platform/tokens.server.ts'

type Ticket = typeof tickets.$inferSelect

export const longestReply = 20_000

/** More than a person writes within an hour: two machines answer each other. */
const perTicket = { name: 'inbound-mail', attempts: 20, seconds: 3600 }

export type Verdict =
  { lands: true; ticket: Ticket } | { lands: false; reason: ReviewReason; ticketId: number | null }

/**
 * Where a mail belongs. It lands by itself only when it came to an address we gave to this ticket's customer, from that
 * customer's own address, and a person wrote it; its subject is never asked.
 */
export async function judgeMail(
  tx: Tx,
  mail: {
    fromAddress: string
    toAddresses: string[]
    automatic: boolean
    disowned: boolean
    reply: string
  },
): Promise<Verdict> {
  const review = (reason: ReviewReason, ticketId: number | null = null): Verdict => ({
    lands: false,
    reason,
    ticketId,
  })
  const token = replyTokenIn(mail.toAddresses)
  const named = token === null ? null : await ticketOfToken(tx, token)
  if (named === null) return review(mail.automatic ? 'automatic' : 'no_link')
  const { ticket, over, addresses } = named
  if (mail.automatic) return review('automatic', ticket.id)
  if (over) return review('link_over', ticket.id)
  if (!addresses.includes(mail.fromAddress) || mail.disowned) {
    return review('other_sender', ticket.id)
  }
  if (ticket.status === 'cancelled') return review('ticket_gone', ticket.id)
  if (mail.reply.length > longestReply) return review('too_long', ticket.id)
  const wait = await countAttempt(tx, perTicket, String(ticket.id))
  return wait > 0 ? review('automatic', ticket.id) : { lands: true, ticket }
}

/** A merged ticket's mail goes to the one it was merged into. */
async function ticketOfToken(tx: Tx, token: string) {
  const [link] = await tx.db
    .select({
      ticketId: privateLinks.ticketId,
      purpose: privateLinks.purpose,
      expiresAt: privateLinks.expiresAt,
      revokedAt: privateLinks.revokedAt,
      email: tickets.email,
    })
    .from(privateLinks)
    .innerJoin(tickets, eq(tickets.id, privateLinks.ticketId))
    .where(eq(privateLinks.tokenHash, hashToken(token)))
  if (link?.purpose !== 'reply') return null
  const ticket = await keptTicket(tx, link.ticketId)
  if (!ticket) return null
  const over = link.revokedAt !== null || (link.expiresAt !== null && link.expiresAt <= tx.now())
  const addresses = [link.email, ticket.email].map((one) => one?.trim().toLowerCase() ?? null)
  return { ticket, over, addresses }
}

/** The ticket that pages show for this one. */
export async function keptTicket(ctx: Ctx, id: number): Promise<Ticket | null> {
  const seen = new Set<number>()
  for (let at: number | null = id; at !== null && !seen.has(at);) {
    seen.add(at)
    const [ticket] = await ctx.db.select().from(tickets).where(eq(tickets.id, at))
    if (!ticket) return null
    if (ticket.mergedIntoId === null) return ticket
    at = ticket.mergedIntoId
  }
  return null
}
