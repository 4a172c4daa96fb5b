import { and, eq, isNull, sql } from 'drizzle-orm'
import { articles } from '#db/schema/knowledge.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { findTicket, type Ticket } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import {
  type ArticleFacts,
  articleSubject,
  changesBetween,
  factsOf,
} from './article-facts.server.ts'
import type { ArticleForm } from './article-form.ts'
import { freeSlug } from './article-slug.server.ts'

/**
 * A new answer, as a draft (KB-1); from a solved ticket, one of a ticket. The same words twice from the same person are
 * one draft.
 * @returns the name in its address
 */
export async function writeArticle(ctx: Ctx, form: ArticleForm): Promise<string> {
  authorize(ctx.actor, 'knowledge:write')
  const author = ctx.actor
  return inTransaction(ctx, async (tx) => {
    await oneAfterTheOther(tx)
    const ticket = form.ticket === '' ? null : await solvedTicket(tx, form.ticket)
    const { facts, words } = await factsOf(tx, form)
    const there = await sameDraft(tx, author.id, facts, ticket)
    if (there) return there
    const slug = await freeSlug(tx, facts.titleEn)
    const [row] = await tx.db
      .insert(articles)
      .values({
        ...facts,
        slug,
        words,
        fromTicketId: ticket?.id ?? null,
        createdBy: author.id,
        updatedBy: author.id,
        updatedAt: tx.now(),
      })
      .returning({ id: articles.id })
    await recordAudit(tx, 'article_changed', articleSubject(row!.id), {
      status: [null, 'draft'],
      ...changesBetween(null, facts),
    })
    return slug
  })
}

/** Names in addresses are handed out one after the other. */
export const oneAfterTheOther = (tx: Tx) =>
  tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('articles'))`)

async function solvedTicket(tx: Tx, number: string): Promise<Ticket> {
  const ticket = await findTicket(tx, number, { lock: true })
  if (ticket.status !== 'resolved' && ticket.status !== 'closed') throw refused('ticketUnsolved')
  return ticket
}

/** The draft of the same person, or of the same ticket, that says the same. */
async function sameDraft(
  tx: Tx,
  authorId: string,
  facts: ArticleFacts,
  ticket: Ticket | null,
): Promise<string | null> {
  const of = ticket
    ? eq(articles.fromTicketId, ticket.id)
    : and(
        isNull(articles.fromTicketId),
        eq(articles.status, 'draft'),
        eq(articles.createdBy, authorId),
        eq(articles.titleZh, facts.titleZh),
        eq(articles.titleEn, facts.titleEn),
      )
  const rows = await tx.db.select().from(articles).where(of)
  const same = rows.find((row) => Object.keys(changesBetween(row, facts)).length === 0)
  if (same) return same.slug
  if (ticket && rows.length > 0) throw refused('articleOfTicketThere')
  return null
}
