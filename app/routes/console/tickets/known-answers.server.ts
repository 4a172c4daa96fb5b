import {
  answersNamed,
  answersUsedOn,
  matchArticles,
  type Matter,
} from '#app/domain/knowledge/index.server.ts'
import { findTicket } from '#app/domain/tickets/index.server.ts'
import { cleanText } from '#app/platform/fields.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'
import { type AnswerView, answerView } from './answer-view.server.ts'

const few = 3
const longest = 500

/** KB-1: what the company knows of a matter, by product, by what is wrong and by words. */
export async function knownAnswers(
  ctx: Ctx<StaffActor>,
  { category = null, ...matter }: Matter,
  { used = [], tried = [] }: { used?: readonly string[]; tried?: readonly string[] } = {},
): Promise<AnswerView[]> {
  if (!may(ctx.actor, 'knowledge:read')) return []
  // “Something else” says nothing of what is wrong.
  const asked = { ...matter, category: category === 'other' ? null : category }
  const [before, found] = await Promise.all([
    answersNamed(ctx, tried),
    matchArticles(ctx, asked, { limit: few }),
  ])
  const others = found.filter(({ slug }) => !tried.includes(slug))
  return [...before, ...others].map((answer) => answerView(ctx.locale, answer, used, tried))
}

/** The same for what an address asks: a `ticket` in another category, or the words of a call. */
export async function answersAsked(
  ctx: Ctx<StaffActor>,
  asked: URLSearchParams,
): Promise<AnswerView[]> {
  const said = (name: string) => cleanText((asked.get(name) ?? '').slice(0, longest))
  const category = /^[a-z0-9_-]{1,40}$/.test(said('category')) ? said('category') : null
  const number = said('ticket')
  if (number) {
    const ticket = await findTicket(ctx, number)
    const { description: text, product, productId } = ticket
    const before = await answersUsedOn(ctx, ticket.id)
    return knownAnswers(ctx, { text, product, productId, category }, before)
  }
  const [text, product] = [said('description'), said('product')]
  const productId = /^[1-9]\d{0,14}$/.test(said('productId')) ? Number(said('productId')) : null
  return knownAnswers(ctx, { text, product, productId, category })
}
