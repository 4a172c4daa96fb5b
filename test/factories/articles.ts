import type { Db } from '#db/client.server.ts'
import { articles } from '#db/schema/knowledge.ts'
import { articleWords } from '#app/domain/knowledge/index.server.ts'
import { tuesdayMorning } from './context.ts'
import { only, serial } from './serial.ts'

/** A published answer for everybody about a door that does not close. */
export async function anArticle(db: Db, facts: Partial<typeof articles.$inferInsert> = {}) {
  const texts = {
    titleZh: '柜门关不严怎么调',
    titleEn: 'How to adjust a cabinet door',
    problemZh: '柜门有缝',
    problemEn: 'The door leaves a gap',
    causeZh: '铰链松了',
    causeEn: 'The hinge is loose',
    solutionZh: '拧铰链外侧的螺丝',
    solutionEn: 'Turn the outer screw of the hinge',
    alsoZh: '',
    alsoEn: '',
  }
  const said = Object.fromEntries(
    Object.entries(texts).map(([field, text]) => [
      field,
      (facts as Partial<typeof texts>)[field as 'titleZh'] ?? text,
    ]),
  ) as typeof texts
  const values = {
    ...said,
    slug: `answer-${serial()}`,
    status: 'published' as const,
    words: articleWords(said, []),
    updatedAt: tuesdayMorning,
    publishedAt: tuesdayMorning,
    ...facts,
  }
  return only(await db.insert(articles).values(values).returning())
}
