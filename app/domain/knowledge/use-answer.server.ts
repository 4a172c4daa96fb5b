import { inArray } from 'drizzle-orm'
import { articleUses } from '#db/schema/knowledge.ts'
import { findDraft } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { countAttempt } from '#app/platform/limits.server.ts'
import { hashToken } from '#app/platform/tokens.server.ts'
import { findArticle } from './find-article.server.ts'

const uses = { name: 'answer-use', attempts: 30, seconds: 3600 }

export interface Use {
  /** Whose word it is: a browser's own token. */
  reader: string
  /** The token of the report that isn't needed any more. */
  draft: string | null
  /** Where it comes from, so that nobody makes an answer look better than it is. */
  address: string
}

/**
 * KB-1: a customer says that an answer solved it. Counted once a reader and answer, and once a report; where one is not
 * counted nothing is said of it.
 * @throws DomainError not_found
 */
export async function useAnswer(ctx: Ctx, slug: string, { reader, draft, address }: Use) {
  const article = await findArticle(ctx, slug)
  if ((await countAttempt(ctx, uses, address)) > 0) return
  const report = draft === null ? null : await findDraft(ctx, draft)
  const begun = report !== null && report.ticketId === null
  const key = begun ? ofReport(draft!) : ofReader(reader, article.id)
  await countUse(ctx, { articleId: article.id, place: begun ? 'report' : 'help', key })
}

const ofReport = (draft: string) => `report:${draft}`
const ofReader = (reader: string, articleId: number) => `reader:${reader}:${articleId}`

/** When this reader said so, or the report they come from was ended by it; null while they didn't. */
export async function saidItSolved(
  ctx: Ctx,
  articleId: number,
  { reader, draft }: { reader: string | null; draft: string | null },
): Promise<Date | null> {
  const keys = [
    ...(draft === null ? [] : [ofReport(draft)]),
    ...(reader === null ? [] : [ofReader(reader, articleId)]),
  ]
  if (keys.length === 0) return null
  const [use] = await ctx.db
    .select({ at: articleUses.at })
    .from(articleUses)
    .where(inArray(articleUses.key, keys.map(hashToken)))
    .limit(1)
  return use?.at ?? null
}

/** @returns false where it was counted before */
export const countUse = (
  ctx: Ctx,
  {
    key,
    ...use
  }: Pick<typeof articleUses.$inferInsert, 'articleId' | 'place' | 'ticketId' | 'key'>,
): Promise<boolean> =>
  inTransaction(ctx, async (tx) => {
    const counted = await tx.db
      .insert(articleUses)
      .values({ ...use, at: tx.now(), key: hashToken(key) })
      .onConflictDoNothing()
      .returning({ id: articleUses.id })
    return counted.length > 0
  })
