import { and, eq } from 'drizzle-orm'
import { returnConsequences } from '#db/schema/returns.ts'
import type { ConsequenceKind, ConsequenceStatus } from '#db/vocabulary/returns.ts'
import type { Consequence } from '#app/domain/consequences/index.server.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { findCase, type Found } from './find-case.server.ts'

/** A consequence's key as an address carries it. @throws DomainError not_found */
export function readConsequenceId(value: string | undefined): number {
  if (!/^[1-9]\d{0,14}$/.test(value ?? '')) throw notFound()
  return Number(value)
}

/**
 * Holds one thing to be done of a case, with its case and its ticket.
 * @param wanted of which kinds it is, and in which states something can be done about it
 * @throws DomainError not_found; conflict `consequenceNotInState`
 */
export async function holdConsequence(
  tx: Tx,
  number: string,
  id: number,
  wanted: { kinds: readonly ConsequenceKind[]; in: readonly ConsequenceStatus[] },
): Promise<Found & { consequence: Consequence }> {
  const found = await findCase(tx, number, { lock: true })
  const [consequence] = await tx.db
    .select()
    .from(returnConsequences)
    .where(and(eq(returnConsequences.id, id), eq(returnConsequences.caseId, found.case.id)))
    .for('update')
  if (!consequence || !wanted.kinds.includes(consequence.kind)) throw notFound()
  if (!wanted.in.includes(consequence.status)) throw refused('consequenceNotInState')
  return { ...found, consequence }
}

/** The same to look at, in any state. @throws DomainError not_found */
export async function findConsequence(
  ctx: Ctx,
  number: string,
  id: number,
  kinds: readonly ConsequenceKind[],
): Promise<Found & { consequence: Consequence }> {
  const found = await findCase(ctx, number)
  const [consequence] = await ctx.db
    .select()
    .from(returnConsequences)
    .where(and(eq(returnConsequences.id, id), eq(returnConsequences.caseId, found.case.id)))
  if (!consequence || !kinds.includes(consequence.kind)) throw notFound()
  return { ...found, consequence }
}
