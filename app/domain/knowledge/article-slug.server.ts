import { eq } from 'drizzle-orm'
import { articles } from '#db/schema/knowledge.ts'
import type { Tx } from '#app/platform/context.server.ts'

const longest = 60

/** The name of an answer in its address, from its English title; one that is taken gets a number. */
export async function freeSlug(tx: Tx, titleEn: string, own?: string): Promise<string> {
  const name = slugOf(titleEn)
  for (let n = 1; ; n++) {
    const slug = n === 1 ? name : `${name}-${n}`
    if (slug === own || !(await isTaken(tx, slug))) return slug
  }
}

/** Names of the pages beside the answers' own. */
const pages = new Set(['new'])

function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const whole = words.length <= longest ? words : words.slice(0, longest).replace(/-[^-]*$/, '')
  return whole === '' || pages.has(whole) ? 'answer' : whole
}

async function isTaken(tx: Tx, slug: string): Promise<boolean> {
  const rows = await tx.db.select({ id: articles.id }).from(articles).where(eq(articles.slug, slug))
  return rows.length > 0
}
