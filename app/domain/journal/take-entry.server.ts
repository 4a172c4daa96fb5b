import { parseWithZod } from '@conform-to/zod/v4'
import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { visits } from '#db/schema/visits.ts'
import { visitEntries } from '#db/schema/work.ts'
import type { EntryKind } from '#db/vocabulary/work.ts'
import type { SentFile } from '#app/domain/work/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { DomainError, invalid, notFound } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { entryForms } from './entry-forms.ts'
import { type EntryExtras, takers } from './entry-takers.server.ts'
import { type Envelope, isEnvelopeField } from './envelope.ts'
import { timeOfEntry } from './time-of-entry.server.ts'

/** `refused`: it was understood and kept, and changed nothing; sending it again answers the same. */
export type EntryAnswer =
  | { outcome: 'taken' }
  | {
      outcome: 'refused'
      refusal: { refusal: string; values: Record<string, string | number> }
    }

/** Names the locks of entries among the database's advisory locks. */
const lockClass = 730_212

/** Older than this, what an entry would tell a customer is no news any more. */
const news = 15 * 60_000

/**
 * Takes what a crew's phone recorded, once however often it is sent (VS-6): the entry, what it changes and what that
 * causes share one transaction. What the state of things doesn't allow is kept as refused, so that nothing a crew wrote
 * is lost and the phone can go on with what came after it.
 * @param form the fields as the phone kept them, the envelope's among them
 * @throws DomainError not_found when there is no such visit at all
 */
export async function takeEntry(
  ctx: Ctx<StaffActor>,
  envelope: Envelope,
  form: FormData,
  files: SentFile[] = [],
): Promise<EntryAnswer> {
  authorize(ctx.actor, 'visit:work')
  const { _key: key, _visit: visitId, _kind: kind } = envelope
  const heard = await answerTo(ctx, key)
  if (heard) return heard
  form.set('submissionKey', key)
  const receivedAt = ctx.now()
  return inTransaction(ctx, async (tx) => {
    // Held before any row is: the same entry sent twice at once waits here.
    await tx.db.execute(sql`select pg_advisory_xact_lock(${lockClass}, hashtext(${key}))`)
    const answered = await answerTo(tx, key)
    if (answered) return answered
    await refuseUnknown(tx, visitId)
    const at = await timeOfEntry(tx, envelope, receivedAt)
    const stale = receivedAt.getTime() - at.getTime() > news
    const acting = { ...ctx, db: tx.db, now: () => at }
    const answer = await tried(() =>
      take(kind, form, { ctx: acting, visitId, extras: { files, receivedAt, stale } }),
    )
    await keep(tx, { envelope, at, receivedAt, by: ctx.actor.id, form, answer })
    return answer
  })
}

/** A refusal undoes what its verb had begun, by the verb's own transaction within ours. */
async function tried(work: () => Promise<void>): Promise<EntryAnswer> {
  try {
    await work()
    return { outcome: 'taken' }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { outcome: 'refused', refusal: { refusal: error.code, values: error.values } }
  }
}

async function take<K extends EntryKind>(
  kind: K,
  form: FormData,
  { ctx, visitId, extras }: { ctx: Ctx<StaffActor>; visitId: number; extras: EntryExtras },
): Promise<void> {
  const schema: z.ZodType = entryForms[kind]
  const read = parseWithZod(form, { schema })
  if (read.status !== 'success') throw invalid('entryUnreadable')
  await takers[kind](ctx, visitId, read.value as never, extras)
}

async function refuseUnknown(tx: Tx, visitId: number): Promise<void> {
  const [visit] = await tx.db.select({ id: visits.id }).from(visits).where(eq(visits.id, visitId))
  if (!visit) throw notFound()
}

async function keep(
  tx: Tx,
  {
    envelope,
    form,
    answer,
    ...facts
  }: {
    envelope: Envelope
    form: FormData
    answer: EntryAnswer
    at: Date
    receivedAt: Date
    by: string
  },
): Promise<void> {
  const refusal = answer.outcome === 'refused' ? answer.refusal : null
  await tx.db.insert(visitEntries).values({
    key: envelope._key,
    visitId: envelope._visit,
    kind: envelope._kind,
    format: envelope._format,
    device: envelope._device,
    fields: fieldsOf(form),
    outcome: answer.outcome,
    refusal: refusal?.refusal ?? null,
    refusalValues: refusal?.values ?? null,
    ...facts,
  })
}

/** No envelope, no picture: those have places of their own. */
function fieldsOf(form: FormData): Record<string, string | string[]> {
  const names = [...new Set(form.keys())].filter(
    (name) => !isEnvelopeField(name) && name !== 'drawing' && name !== 'submissionKey',
  )
  return Object.fromEntries(
    names.map((name) => {
      const values = form
        .getAll(name)
        .filter((value) => typeof value === 'string')
        .map((value) => value.toWellFormed().replaceAll('\0', ''))
      return [name, values.length === 1 ? values[0]! : values]
    }),
  )
}

async function answerTo(ctx: Ctx, key: string): Promise<EntryAnswer | null> {
  const [entry] = await ctx.db
    .select({
      outcome: visitEntries.outcome,
      refusal: visitEntries.refusal,
      values: visitEntries.refusalValues,
    })
    .from(visitEntries)
    .where(eq(visitEntries.key, key))
  if (!entry) return null
  if (entry.refusal === null) return { outcome: 'taken' }
  return { outcome: 'refused', refusal: { refusal: entry.refusal, values: entry.values ?? {} } }
}
