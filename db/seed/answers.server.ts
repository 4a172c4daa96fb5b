import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { articles } from '#db/schema/knowledge.ts'
import { articleWords } from '#app/domain/knowledge/index.server.ts'
import { type AnswerText, publicAnswers } from './texts/answers.ts'
import { draftAnswer, staffAnswers } from './texts/staff-answers.ts'

type Standing = Pick<
  typeof articles.$inferInsert,
  'status' | 'audience' | 'createdBy' | 'updatedBy'
>

/**
 * The answers a new company begins with. Does nothing where there ever was one; processes that start at once write them
 * once.
 */
export async function loadAnswers(db: Db, { now }: { now: Date }): Promise<void> {
  const any = (tx: Db) => tx.select({ id: articles.id }).from(articles).limit(1)
  if ((await any(db)).length > 0) return
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('articles'))`)
    if ((await any(tx)).length > 0) return
    await insertAnswers(tx, now, publicAnswers, { status: 'published', audience: 'public' })
  })
}

/** The demo's: what colleagues tell each other, and one that somebody has begun. */
export async function insertStaffAnswers(db: Db, now: Date, author: string): Promise<void> {
  const by = { createdBy: author, updatedBy: author }
  await insertAnswers(db, now, staffAnswers, { ...by, status: 'published', audience: 'staff' })
  await insertAnswers(db, now, [draftAnswer], { ...by, status: 'draft', audience: 'public' })
}

async function insertAnswers(
  db: Db,
  now: Date,
  texts: readonly AnswerText[],
  standing: Standing,
): Promise<void> {
  const rows = texts.map(({ slug, categories = [], zh, en }) => {
    const said = {
      titleZh: zh.title,
      titleEn: en.title,
      problemZh: zh.problem ?? '',
      problemEn: en.problem ?? '',
      causeZh: zh.cause ?? '',
      causeEn: en.cause ?? '',
      solutionZh: zh.solution,
      solutionEn: en.solution,
      alsoZh: zh.also ?? '',
      alsoEn: en.also ?? '',
    }
    return {
      ...standing,
      ...said,
      slug,
      categories: [...categories],
      words: articleWords(said, []),
      updatedAt: now,
      publishedAt: standing.status === 'published' ? now : null,
    }
  })
  await db.insert(articles).values(rows).onConflictDoNothing()
}
