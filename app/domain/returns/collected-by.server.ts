import { eq } from 'drizzle-orm'
import { visits } from '#db/schema/visits.ts'
import type { Consequence } from '#app/domain/consequences/index.server.ts'
import type { Visit } from '#app/domain/visits/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { openConsequences } from './take-back.server.ts'

/**
 * VS-5: where the original leaves before a delivery, the visit that fetches it.
 * @throws DomainError conflict `collectionFirst`
 */
export async function collectedBy(
  ctx: Ctx,
  { kind, caseId }: Pick<Consequence, 'kind' | 'caseId'>,
): Promise<Visit | null> {
  if (kind !== 'delivery') return null
  const collection = await collectionToCome(ctx, caseId)
  if (collection === null) return null
  if (collection.visit === null) throw refused('collectionFirst')
  return collection.visit
}

/** RX-4, VS-5: from when on a visit of a case may be booked: its goods are there and its original has left. */
export async function bookableFrom(
  ctx: Ctx,
  { kind, caseId, notBefore }: Pick<Consequence, 'kind' | 'caseId' | 'notBefore'>,
): Promise<Date | null> {
  if (kind !== 'delivery') return notBefore
  const collected = (await collectionToCome(ctx, caseId))?.visit?.windowEnd
  return collected && (!notBefore || collected > notBefore) ? collected : notBefore
}

/** The visit still to come that fetches the original, as far as it is booked. */
async function collectionToCome(ctx: Ctx, caseId: number): Promise<{ visit: Visit | null } | null> {
  const collection = (await openConsequences(ctx, caseId)).find(({ kind }) => kind === 'collection')
  if (!collection) return null
  if (collection.visitId === null) return { visit: null }
  const [visit] = await ctx.db.select().from(visits).where(eq(visits.id, collection.visitId))
  return { visit: visit ?? null }
}
