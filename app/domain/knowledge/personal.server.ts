import { eq } from 'drizzle-orm'
import { tickets } from '#db/schema/tickets.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { articleTexts } from './article-texts.ts'
import type { Article } from './find-article.server.ts'

/** A mobile number as people write it. */
const mobile = /(?:^|\D)(?:\+?86)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/
const shortestName = 2

/**
 * What everybody may read names nobody: no mobile number, and nothing of the customer it was learned from.
 * @throws DomainError conflict
 */
export async function refusePersonal(tx: Tx, article: Article): Promise<void> {
  if (article.audience !== 'public') return
  const text = articleTexts.map((field) => article[field]).join('\n')
  if (mobile.test(text)) throw refused('articlePersonal')
  if (article.fromTicketId === null) return
  const [ticket] = await tx.db
    .select({ name: tickets.name, address: tickets.address, email: tickets.email })
    .from(tickets)
    .where(eq(tickets.id, article.fromTicketId))
  const own = [ticket?.name, ticket?.address, ticket?.email]
  if (own.some((said) => said && said.length >= shortestName && text.includes(said)))
    throw refused('articlePersonal')
}
