import { asc, eq, sql } from 'drizzle-orm'
import { returnTerms } from '#db/schema/returns.ts'
import { products } from '#db/schema/stores.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { fieldChanges } from './field-changes.ts'

export const termsSubject = 'setting:return-terms'

export type Term = Awaited<ReturnType<typeof listTerms>>[number]
/** What its form shows. */
export type TermFacts = Omit<Term, 'id'> & { place: number }

/** RX-2: every term in its order, those no longer in force too. */
export async function listTerms(ctx: Ctx) {
  return ctx.db
    .select({
      id: returnTerms.id,
      nameZh: returnTerms.nameZh,
      nameEn: returnTerms.nameEn,
      reasons: returnTerms.reasons,
      remedies: returnTerms.remedies,
      days: returnTerms.days,
      months: returnTerms.months,
      unopened: returnTerms.unopened,
      model: sql<string>`coalesce(${products.model}, '')`,
      active: returnTerms.active,
    })
    .from(returnTerms)
    .leftJoin(products, eq(products.id, returnTerms.productId))
    .orderBy(asc(returnTerms.position), asc(returnTerms.id))
}

/** @throws DomainError not_found */
export const readTerm = async (ctx: Ctx, id: number): Promise<TermFacts> =>
  termFacts(await listTerms(ctx), id)

/** @throws DomainError not_found */
export function termFacts(terms: readonly Term[], id: number): TermFacts {
  const index = terms.findIndex((term) => term.id === id)
  if (index === -1) throw notFound()
  const { id: _, ...facts } = terms[index]!
  return { ...facts, place: index + 1 }
}

/** The whole list is changed by one at a time. */
export async function lockTerms(tx: Tx): Promise<Term[]> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${termsSubject}))`)
  return listTerms(tx)
}

/** As the audit log keeps what changed; without `before`, all of it. */
export const termChanges = (before: TermFacts | null, after: TermFacts) =>
  fieldChanges(before && said(before), said(after))

const said = ({ reasons, remedies, days, months, unopened, ...facts }: TermFacts) => ({
  nameZh: facts.nameZh,
  nameEn: facts.nameEn,
  termReasons: reasons.join(', '),
  termRemedies: remedies.join(', '),
  termSpan: days === null ? `${months} months` : `${days} days`,
  termUnopened: unopened,
  termModel: facts.model,
  place: facts.place,
  active: facts.active,
})
