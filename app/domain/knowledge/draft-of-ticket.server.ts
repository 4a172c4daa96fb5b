import { eq } from 'drizzle-orm'
import { products } from '#db/schema/stores.ts'
import { findTicket } from '#app/domain/tickets/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { titleLength } from './article-texts.ts'

const isChinese = /\p{Script=Han}/u

/**
 * KB-1: what a solved ticket already says of an answer, in the language it says it in.
 * @throws DomainError conflict `ticketUnsolved`
 */
export async function draftOfTicket(ctx: Ctx<StaffActor>, number: string) {
  authorize(ctx.actor, 'knowledge:write')
  const ticket = await findTicket(ctx, number)
  if (ticket.status !== 'resolved' && ticket.status !== 'closed') throw refused('ticketUnsolved')
  const { description, solution, category, productId } = ticket
  const [sold] =
    productId === null
      ? []
      : await ctx.db
          .select({ model: products.model })
          .from(products)
          .where(eq(products.id, productId))
  const title = (description.split('\n')[0] ?? '').slice(0, titleLength)
  const said = (text: string) =>
    isChinese.test(text) ? { zh: text, en: '' } : { zh: '', en: text }
  const [titles, problems, solutions] = [said(title), said(description), said(solution ?? '')]
  return {
    ticket: ticket.number,
    titleZh: titles.zh,
    titleEn: titles.en,
    problemZh: problems.zh,
    problemEn: problems.en,
    causeZh: '',
    causeEn: '',
    solutionZh: solutions.zh,
    solutionEn: solutions.en,
    alsoZh: '',
    alsoEn: '',
    audience: 'public' as const,
    categories: [category as string],
    models: sold?.model ?? '',
  }
}
