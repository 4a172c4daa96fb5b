import { eq } from 'drizzle-orm'
import { returnTerms } from '#db/schema/returns.ts'
import { products } from '#db/schema/stores.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { invalid, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { placed } from './place-field.ts'
import type { TermForm } from './term-form.ts'
import {
  lockTerms,
  type Term,
  termChanges,
  type TermFacts,
  termFacts,
  termsSubject,
} from './terms.server.ts'

/**
 * Adds a term (RX-2); the same form twice is one term. What was decided keeps the terms as they were judged.
 * @throws DomainError invalid `productUnknown`
 */
export async function addTerm(ctx: Ctx, form: TermForm): Promise<void> {
  authorize(ctx.actor, 'settings:manage')
  await inTransaction(ctx, async (tx) => {
    const terms = await lockTerms(tx)
    const facts = factsOf(form, terms.length + 1)
    const there = terms.some(
      (term) =>
        stampOf({ ...termFacts(terms, term.id), place: 0 }) === stampOf({ ...facts, place: 0 }),
    )
    if (there) return
    const [added] = await tx.db
      .insert(returnTerms)
      .values(await columnsOf(tx, facts))
      .returning({ id: returnTerms.id })
    await order(tx, placed([...terms.map(({ id }) => id), added!.id], added!.id, facts.place))
    await recordAudit(tx, 'setting_changed', termsSubject, termChanges(null, facts))
  })
}

/**
 * Changes a term, moves it, or takes it out of force and back (RX-2).
 * @throws DomainError not_found; conflict `supplyChanged`; invalid `productUnknown`
 */
export async function changeTerm(ctx: Ctx, id: number, form: TermForm): Promise<void> {
  authorize(ctx.actor, 'settings:manage')
  await inTransaction(ctx, async (tx) => {
    const terms = await lockTerms(tx)
    const before = termFacts(terms, id)
    const after = factsOf(form, terms.length)
    if (stampOf(before) === stampOf(after)) return
    if (stampOf(before) !== form.seen) throw refused('supplyChanged')
    await tx.db
      .update(returnTerms)
      .set(await columnsOf(tx, after))
      .where(eq(returnTerms.id, id))
    const ids = terms.map((term) => term.id)
    await order(tx, placed(ids, id, after.place))
    await recordAudit(tx, 'setting_changed', termsSubject, {
      // Which one it is, where its name stays.
      ...(before.nameZh === after.nameZh ? { term: [null, after.nameZh] } : {}),
      ...termChanges(before, after),
    })
  })
}

/** In the order of what `listTerms` reads, so that both have the same stamp. */
const factsOf = (form: TermForm, places: number): TermFacts => ({
  nameZh: form.nameZh,
  nameEn: form.nameEn,
  reasons: form.reasons,
  remedies: form.remedies,
  days: form.days,
  months: form.months,
  unopened: form.unopened,
  model: form.model,
  active: form.active,
  place: Math.min(form.place, places),
})

async function columnsOf(tx: Tx, { model, place: _, ...facts }: TermFacts) {
  if (model === '') return { ...facts, productId: null }
  const [product] = await tx.db
    .select({ id: products.id })
    .from(products)
    .where(eq(products.model, model))
  if (!product) throw invalid('productUnknown', { models: model })
  return { ...facts, productId: product.id }
}

async function order(tx: Tx, ids: Term['id'][]): Promise<void> {
  for (const [i, id] of ids.entries()) {
    await tx.db
      .update(returnTerms)
      .set({ position: (i + 1) * 10 })
      .where(eq(returnTerms.id, id))
  }
}
