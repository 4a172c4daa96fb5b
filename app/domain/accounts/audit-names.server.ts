import { inArray } from 'drizzle-orm'
import { customers } from '#db/schema/customers.ts'
import { phrases } from '#db/schema/desk.ts'
import { articles } from '#db/schema/knowledge.ts'
import { inboundMails } from '#db/schema/mail.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { nameIn } from './two-names.ts'

/**
 * What the things of a page of the log are called now, by how the log calls them: `customer:93`. Areas, crews, stores
 * and categories are few and are read whole elsewhere.
 */
export async function namesOfThings(
  ctx: Ctx,
  subjects: readonly string[],
): Promise<Map<string, string>> {
  const keysOf = (matter: string) => [
    ...new Set(
      subjects.flatMap((subject) =>
        subject.startsWith(`${matter}:`) ? [subject.slice(matter.length + 1)] : [],
      ),
    ),
  ]
  const numbersOf = (matter: string) =>
    keysOf(matter)
      .filter((key) => /^\d{1,15}$/.test(key))
      .map(Number)
  const mails = keysOf('mail').filter((key) => /^[0-9a-f-]{36}$/.test(key))
  const [people, answers, said, written] = await Promise.all([
    rowsOf(numbersOf('customer'), (ids) =>
      ctx.db
        .select({ id: customers.id, name: customers.name })
        .from(customers)
        .where(inArray(customers.id, ids)),
    ),
    rowsOf(numbersOf('article'), (ids) =>
      ctx.db
        .select({ id: articles.id, zh: articles.titleZh, en: articles.titleEn })
        .from(articles)
        .where(inArray(articles.id, ids)),
    ),
    rowsOf(numbersOf('phrase'), (ids) =>
      ctx.db
        .select({ id: phrases.id, zh: phrases.titleZh, en: phrases.titleEn })
        .from(phrases)
        .where(inArray(phrases.id, ids)),
    ),
    rowsOf(mails, (ids) =>
      ctx.db
        .select({
          id: inboundMails.id,
          subject: inboundMails.subject,
          by: inboundMails.fromAddress,
        })
        .from(inboundMails)
        .where(inArray(inboundMails.id, ids)),
    ),
  ])
  const titled = (row: { zh: string; en: string }) => nameIn(ctx.locale, row) || row.zh || row.en
  return new Map(
    [
      ...people.map(({ id, name }) => [`customer:${id}`, name] as const),
      ...answers.map((row) => [`article:${row.id}`, titled(row)] as const),
      ...said.map((row) => [`phrase:${row.id}`, titled(row)] as const),
      ...written.map(({ id, subject, by }) => [`mail:${id}`, subject || by] as const),
    ].filter(([, name]) => name !== ''),
  )
}

const rowsOf = async <K, R>(keys: K[], read: (keys: K[]) => PromiseLike<R[]>): Promise<R[]> =>
  keys.length === 0 ? [] : await read(keys)
