import { readPublicAnswer } from '#app/domain/knowledge/index.server.ts'
import {
  type Answers,
  listCategories,
  readDraft,
  type ReportStep,
} from '#app/domain/tickets/index.server.ts'
import { descriptionLength } from '#app/domain/tickets/report-steps.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { cleanText } from '#app/platform/fields.ts'

export type BegunWith = Pick<Answers, 'description' | 'category' | 'tried'>

/**
 * What the way to a step already says: to the first, the words searched for, what is wrong, and the answer that didn't
 * help (KB-1); to the one that asks for the problem itself, that answer.
 */
export async function begunWith(
  ctx: Ctx,
  search: URLSearchParams,
  step: ReportStep,
): Promise<BegunWith> {
  if (step !== 'product' && step !== 'problem') return {}
  const description = cleanText(search.get('description') ?? '').slice(0, descriptionLength)
  const answer = await publicAnswer(ctx, search.get('tried') ?? '')
  const tried = answer ? { tried: answer.slug } : {}
  if (step === 'problem') return tried
  const keys = [search.get('category'), ...(answer?.categories ?? [])]
  const offered = keys.some(Boolean) ? await listCategories(ctx) : []
  const category = keys.find((key) => offered.some((one) => one.active && one.key === key))
  return {
    ...(description ? { description } : {}),
    ...(category ? { category } : {}),
    ...tried,
  }
}

async function publicAnswer(ctx: Ctx, slug: string) {
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) return null
  try {
    const { article, categories } = await readPublicAnswer(ctx, slug)
    return { slug: article.slug, categories: categories.map(({ key }) => key) }
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'not_found') return null
    throw error
  }
}

const mostTried = 5

/** The way to a report says nothing again that was answered since; the answers that were tried add up. */
export async function withWay(
  ctx: Ctx,
  token: string,
  step: ReportStep,
  typed: Answers,
): Promise<Answers> {
  if (step !== 'product' && !typed.tried) return typed
  const { answers: before } = await readDraft(ctx, token)
  const now = { ...typed }
  if (step === 'product') {
    if (before.category) delete now.category
    if (before.description) delete now.description
  }
  if (typed.tried) {
    const tried = `${before.tried ?? ''} ${typed.tried}`.split(' ').filter(Boolean)
    now.tried = [...new Set(tried)].slice(-mostTried).join(' ')
  }
  return now
}
