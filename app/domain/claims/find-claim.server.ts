import { and, eq, sql } from 'drizzle-orm'
import { claimSteps, supplierClaims } from '#db/schema/claims.ts'
import { returnCases } from '#db/schema/returns.ts'
import { tickets } from '#db/schema/tickets.ts'
import { type ClaimStatus, claimMoves } from '#db/vocabulary/returns.ts'
import { visibleCases } from '#app/domain/returns/index.server.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'

export type Claim = typeof supplierClaims.$inferSelect

/** The claim with this number, held until the transaction ends. @throws DomainError not_found */
export async function holdClaim(tx: Tx, number: string): Promise<Claim> {
  const { id } = await findClaim(tx, number)
  const [held] = await tx.db
    .select()
    .from(supplierClaims)
    .where(eq(supplierClaims.id, id))
    .for('update')
  if (!held) throw notFound()
  return held
}

/** The claim with this number, if the actor may see its case. @throws DomainError not_found */
export async function findClaim(ctx: Ctx, number: string): Promise<Claim> {
  const [found] = await ctx.db
    .select({ claim: supplierClaims })
    .from(supplierClaims)
    .innerJoin(returnCases, eq(returnCases.id, supplierClaims.caseId))
    .innerJoin(tickets, eq(tickets.id, returnCases.ticketId))
    .where(and(eq(supplierClaims.number, number), visibleCases(ctx.actor)))
  if (!found) throw notFound()
  return found.claim
}

/**
 * Moves a claim that is held along its moves and nothing else; who did so and what they noted stays.
 * @param seen the version that was on the page
 * @throws DomainError conflict `claimNotInState`
 */
export async function moveClaim(
  tx: Tx,
  claim: Claim,
  { seen, to, by, note = '' }: { seen: number; to: ClaimStatus; by: string; note?: string },
  facts: Partial<typeof supplierClaims.$inferInsert>,
): Promise<void> {
  if (claim.version !== seen || !claimMoves[claim.status].includes(to)) {
    throw refused('claimNotInState')
  }
  await tx.db
    .update(supplierClaims)
    .set({ ...facts, status: to, version: sql`${supplierClaims.version} + 1` })
    .where(eq(supplierClaims.id, claim.id))
  const { credited = null } = facts
  await tx.db
    .insert(claimSteps)
    .values({ claimId: claim.id, status: to, note, credited, at: tx.now(), by })
}
