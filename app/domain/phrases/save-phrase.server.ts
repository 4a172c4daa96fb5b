import { eq } from 'drizzle-orm'
import { phrases } from '#db/schema/desk.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { ChangePhraseForm, PhraseForm } from './phrase-form.ts'

type Phrase = typeof phrases.$inferSelect

/** KB-2: adds a phrase to those every clerk may use. @returns its key */
export async function addPhrase(ctx: Ctx, phrase: PhraseForm): Promise<number> {
  authorize(ctx.actor, 'phrase:manage')
  const updatedBy = ctx.actor.id
  return inTransaction(ctx, async (tx) => {
    const [added] = await tx.db
      .insert(phrases)
      .values({ ...phrase, updatedBy, updatedAt: tx.now() })
      .returning({ id: phrases.id })
    await recordAudit(tx, 'phrase_changed', `phrase:${added!.id}`, { added: phrase.titleZh })
    return added!.id
  })
}

/** Changes a phrase; what was sent with it stays as it was sent. @throws DomainError conflict when it is stale */
export async function changePhrase(
  ctx: Ctx,
  id: number,
  { version, ...wanted }: ChangePhraseForm,
): Promise<void> {
  authorize(ctx.actor, 'phrase:manage')
  const updatedBy = ctx.actor.id
  await inTransaction(ctx, async (tx) => {
    const before = await lockPhrase(tx, id)
    const changed = changesOf(before, wanted)
    if (changed.length === 0) return
    refuseStale(before, version)
    await tx.db
      .update(phrases)
      .set({ ...wanted, version: before.version + 1, updatedBy, updatedAt: tx.now() })
      .where(eq(phrases.id, id))
    await recordAudit(
      tx,
      'phrase_changed',
      `phrase:${id}`,
      Object.fromEntries(changed.map((field) => [field, [before[field], wanted[field]]])),
    )
  })
}

/** Takes a phrase out of use, or back into it; the same twice is once. */
export async function retirePhrase(
  ctx: Ctx,
  id: number,
  { version, retired }: { version: number; retired: boolean },
): Promise<void> {
  authorize(ctx.actor, 'phrase:manage')
  const updatedBy = ctx.actor.id
  await inTransaction(ctx, async (tx) => {
    const before = await lockPhrase(tx, id)
    if ((before.retiredAt !== null) === retired) return
    refuseStale(before, version)
    await tx.db
      .update(phrases)
      .set({
        retiredAt: retired ? tx.now() : null,
        version: before.version + 1,
        updatedBy,
        updatedAt: tx.now(),
      })
      .where(eq(phrases.id, id))
    await recordAudit(tx, 'phrase_changed', `phrase:${id}`, { retired: [!retired, retired] })
  })
}

async function lockPhrase(tx: Tx, id: number): Promise<Phrase> {
  const [phrase] = await tx.db.select().from(phrases).where(eq(phrases.id, id)).for('update')
  if (!phrase) throw notFound()
  return phrase
}

function refuseStale(phrase: Phrase, version: number): void {
  if (phrase.version !== version) throw refused('phraseChanged')
}

const changesOf = (before: Phrase, wanted: PhraseForm) =>
  (Object.keys(wanted) as (keyof PhraseForm)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(wanted[field]),
  )
