import { z } from 'zod'
import { findTicket, recordEvent } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { findArticle } from './find-article.server.ts'
import { countUse } from './use-answer.server.ts'

export const UseAnswerForm = z.object({ answer: z.string().max(100) })
export type UseAnswerForm = z.output<typeof UseAnswerForm>

/** KB-1: an answer fits a ticket; once a ticket and answer. */
export async function useAnswerOnTicket(
  ctx: Ctx,
  number: string,
  { answer }: UseAnswerForm,
): Promise<void> {
  authorize(ctx.actor, 'ticket:note')
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, number, { lock: true })
    const article = await findArticle(tx, answer)
    if (article.status !== 'published') throw refused('articleNotPublished')
    const { id: articleId } = article
    const key = `ticket:${ticket.id}:${articleId}`
    const use = { articleId, place: 'desk' as const, ticketId: ticket.id, key }
    if (ticket.status === 'cancelled') throw refused('ticketNotInState')
    if (!(await countUse(tx, use))) return
    await recordEvent(tx, ticket, 'answer_used', {
      answer: article.slug,
      titleZh: article.titleZh,
      titleEn: article.titleEn,
    })
  })
}
