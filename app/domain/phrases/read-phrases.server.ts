import { asc, desc, eq, isNull } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { phrases } from '#db/schema/desk.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'

const columns = {
  id: phrases.id,
  position: phrases.position,
  titleZh: phrases.titleZh,
  titleEn: phrases.titleEn,
  bodyZh: phrases.bodyZh,
  bodyEn: phrases.bodyEn,
  kinds: phrases.kinds,
  retiredAt: phrases.retiredAt,
  version: phrases.version,
  updatedBy: staff.name,
  updatedAt: phrases.updatedAt,
}

/** Every phrase in its order, retired ones too: there are as many as people can remember. */
export function listPhrases(ctx: Ctx) {
  authorize(ctx.actor, 'ticket:message')
  return ctx.db
    .select(columns)
    .from(phrases)
    .leftJoin(staff, eq(staff.id, phrases.updatedBy))
    .orderBy(asc(phrases.position), asc(phrases.id))
}

/** Those in use. */
export function phrasesInUse(ctx: Ctx) {
  authorize(ctx.actor, 'ticket:message')
  return ctx.db
    .select(columns)
    .from(phrases)
    .leftJoin(staff, eq(staff.id, phrases.updatedBy))
    .where(isNull(phrases.retiredAt))
    .orderBy(asc(phrases.position), asc(phrases.id))
}

/** One of them. @throws DomainError not_found */
export async function readPhrase(ctx: Ctx, id: number) {
  authorize(ctx.actor, 'phrase:manage')
  const [phrase] = await ctx.db
    .select(columns)
    .from(phrases)
    .leftJoin(staff, eq(staff.id, phrases.updatedBy))
    .where(eq(phrases.id, id))
  if (!phrase) throw notFound()
  return phrase
}

/** Who changed any of them last, those the product came with among them; `null` when there is none. */
export async function lastPhraseChange(ctx: Ctx) {
  authorize(ctx.actor, 'settings:manage')
  const [last] = await ctx.db
    .select({ at: phrases.updatedAt, by: staff.name })
    .from(phrases)
    .leftJoin(staff, eq(staff.id, phrases.updatedBy))
    .orderBy(desc(phrases.updatedAt))
    .limit(1)
  return last ? { at: last.at.toISOString(), by: last.by } : null
}
