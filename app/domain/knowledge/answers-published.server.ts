import { setImmediate } from 'node:timers/promises'
import { inArray, sql } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { articles } from '#db/schema/knowledge.ts'
import { products } from '#db/schema/stores.ts'
import type { Audience } from '#db/vocabulary/knowledge.ts'
import { type AnswerIndex, dropAnswer, emptyIndex, putAnswer } from './answer-index.server.ts'
import type { Published } from './rank-answers.server.ts'

export interface PublishedAnswer extends Published {
  version: number
  audience: Audience
}

interface PublishedAnswers {
  index: AnswerIndex
  answers: Map<number, PublishedAnswer>
  /** Of the versions of all answers: it grows with every change of any. */
  sum: number
  /** While what changed is read: until then it is not whole. */
  reading: Promise<void> | null
}

const kept = new WeakMap<Db, PublishedAnswers>()

/**
 * The published answers by their parts, kept in this process: whether one changed is asked each time, and what
 * changed alone is read anew.
 */
export async function publishedAnswers(db: Db): Promise<PublishedAnswers> {
  const here = kept.get(db) ?? { index: emptyIndex(), answers: new Map(), sum: 0, reading: null }
  kept.set(db, here)
  const [now] = await db
    .select({ sum: sql<number>`coalesce(sum(${articles.version}), 0)::float8` })
    .from(articles)
  while (here.reading) await here.reading
  if (here.sum < now!.sum) {
    here.reading = readAnew(db, here).finally(() => (here.reading = null))
    await here.reading
  }
  return here
}

async function readAnew(db: Db, here: PublishedAnswers): Promise<void> {
  const all = await db
    .select({ id: articles.id, version: articles.version, status: articles.status })
    .from(articles)
  const there = new Map(
    all.flatMap(({ id, version, status }) => (status === 'published' ? [[id, version]] : [])),
  )
  const stays = (id: number) => there.get(id) === here.answers.get(id)?.version
  const rows = await readRows(
    db,
    [...there.keys()].filter((id) => !stays(id)),
  )
  const names = await productNames(db, rows)
  for (const id of [...here.answers.keys()].filter((id) => !stays(id))) {
    here.answers.delete(id)
    dropAnswer(here.index, id)
  }
  for (const [i, row] of rows.entries()) {
    if (i % atOnce === atOnce - 1) await setImmediate()
    put(here, row, names)
  }
  here.sum = all.reduce((sum, { version }) => sum + version, 0)
}

/** Others have their turn between. */
const atOnce = 20

type Row = Awaited<ReturnType<typeof readRows>>[number]

const readRows = (db: Db, ids: number[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db.select(columns).from(articles).where(inArray(articles.id, ids))

const columns = {
  id: articles.id,
  version: articles.version,
  audience: articles.audience,
  categories: articles.categories,
  productIds: articles.productIds,
  titleZh: articles.titleZh,
  titleEn: articles.titleEn,
  alsoZh: articles.alsoZh,
  alsoEn: articles.alsoEn,
  problemZh: articles.problemZh,
  problemEn: articles.problemEn,
  causeZh: articles.causeZh,
  causeEn: articles.causeEn,
  solutionZh: articles.solutionZh,
  solutionEn: articles.solutionEn,
}

async function productNames(db: Db, rows: readonly Row[]): Promise<Map<number, string>> {
  const ids = [...new Set(rows.flatMap(({ productIds }) => productIds))]
  if (ids.length === 0) return new Map()
  const sold = await db
    .select({
      id: products.id,
      model: products.model,
      nameZh: products.nameZh,
      nameEn: products.nameEn,
    })
    .from(products)
    .where(inArray(products.id, ids))
  return new Map(sold.map(({ id, ...names }) => [id, Object.values(names).join('\n')]))
}

function put(here: PublishedAnswers, row: Row, names: Map<number, string>): void {
  const { id, version, audience, categories, productIds } = row
  const called = productIds.map((product) => names.get(product) ?? '').join('\n')
  putAnswer(here.index, id, [
    ['title', `${row.titleZh}\n${row.titleEn}`],
    ['also', `${row.alsoZh}\n${row.alsoEn}`],
    ['problem', `${row.problemZh}\n${row.problemEn}\n${called}`],
    ['cause', `${row.causeZh}\n${row.causeEn}`],
    ['solution', `${row.solutionZh}\n${row.solutionEn}`],
  ])
  here.answers.set(id, { id, version, audience, categories, productIds })
}
