import { matchArticles } from '#app/domain/knowledge/index.server.ts'
import type { Answers } from '#app/domain/tickets/report-steps.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { type AnswerView, answerView } from '../help/answer-view.server.ts'

const few = 3
const aCategory = /^[a-z0-9_-]{1,40}$/

/** KB-1: answers to what a report says so far, before it is filed; those about nothing special are no help to it. */
export async function suggestedAnswers(
  ctx: Ctx,
  { product = '', category = '', description = '' }: Answers,
  draft: string | null,
): Promise<AnswerView[]> {
  const chosen = aCategory.test(category) ? category : null
  if (chosen === null && description.trim() === '') return []
  const matter = { text: description, product, category: chosen }
  const found = await matchArticles(ctx, matter, {
    limit: few,
    only: ({ categories, productIds }) => categories.length + productIds.length > 0,
  })
  return found.map((answer) => answerView(ctx.locale, answer, draft))
}
