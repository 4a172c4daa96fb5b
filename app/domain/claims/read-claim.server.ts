import { and, asc, desc, eq, inArray, ne, or } from 'drizzle-orm'
import { orders } from '#db/schema/customers.ts'
import { claimSteps, supplierClaims } from '#db/schema/claims.ts'
import { answerabilities, returnDecisions } from '#db/schema/returns.ts'
import { products } from '#db/schema/stores.ts'
import { attachments } from '#db/schema/tickets.ts'
import { namesOf } from '#app/domain/tickets/index.server.ts'
import {
  type Case,
  findCase,
  findCaseById,
  type Found,
  sharesOf,
} from '#app/domain/returns/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { findClaim } from './find-claim.server.ts'
import { ageOf } from './list-claims.server.ts'
import { shareOfFactory } from './make-claim.server.ts'

export type WholeClaim = Awaited<ReturnType<typeof readClaim>>

/**
 * RX-5: a claim with all that a supplier is shown: order, batch, cause, costs and shares.
 * @throws DomainError not_found
 */
export async function readClaim(ctx: Ctx, number: string) {
  authorize(ctx.actor, 'claim:read')
  const claim = await findClaim(ctx, number)
  const found = await findCaseById(ctx, claim.caseId)
  const { case: one } = found
  const [decision] = one.decisionId
    ? await ctx.db.select().from(returnDecisions).where(eq(returnDecisions.id, one.decisionId))
    : []
  const [answerable] = one.answerabilityId
    ? await ctx.db.select().from(answerabilities).where(eq(answerabilities.id, one.answerabilityId))
    : []
  const shares = answerable
    ? ((await sharesOf(ctx, [answerable.id], decision?.total ?? null)).get(answerable.id) ?? [])
    : []
  const steps = await ctx.db
    .select()
    .from(claimSteps)
    .where(eq(claimSteps.claimId, claim.id))
    .orderBy(asc(claimSteps.id))
  const names = await namesOf(ctx, [claim.madeBy, ...steps.map(({ by }) => by)])
  return {
    claim: {
      number: claim.number,
      supplier: claim.supplier,
      amount: claim.amount,
      currency: claim.currency,
      status: claim.status,
      note: claim.note,
      credited: claim.credited,
      version: claim.version,
      madeAt: claim.madeAt.toISOString(),
      madeBy: names.get(claim.madeBy) ?? '',
      wasSent: claim.sentAt !== null,
      days: ageOf(ctx, claim),
    },
    steps: steps.map(({ id, status, note, credited, at, by }) => ({
      id,
      status,
      note,
      credited,
      at: at.toISOString(),
      by: by && (names.get(by) ?? ''),
    })),
    case: await factsOf(ctx, found),
    decision: decision
      ? {
          remedy: decision.remedy,
          costs: decision.costs,
          total: decision.total,
          currency: decision.currency,
        }
      : null,
    answerable: answerable ? { cause: answerable.cause, evidence: answerable.evidence } : null,
    shares: shares.map(({ party, percent, note, who, amount }) => ({
      party,
      percent,
      note,
      who,
      amount,
    })),
  }
}

/** What is said of the case to somebody outside: nothing of the customer. */
async function factsOf(ctx: Ctx, { case: one }: Found) {
  const [order] = one.orderId
    ? await ctx.db
        .select({ number: orders.number, orderedOn: orders.orderedOn })
        .from(orders)
        .where(eq(orders.id, one.orderId))
    : []
  const [product] = one.productId
    ? await ctx.db
        .select({ model: products.model })
        .from(products)
        .where(eq(products.id, one.productId))
    : []
  return {
    number: one.number,
    product: one.product,
    model: product?.model ?? null,
    quantity: one.quantity,
    pieces: one.pieces,
    batch: one.batch,
    reason: one.reason,
    order: order ?? null,
    deliveredOn: one.deliveredOn,
    askedAt: one.askedAt.toISOString(),
  }
}

/** What shows the damage, for the supplier: the case's own files, and the pictures that the customer sent. */
export async function photosOfClaim(ctx: Ctx, number: string) {
  authorize(ctx.actor, 'claim:read')
  const { caseId } = await findClaim(ctx, number)
  const { ticket } = await findCaseById(ctx, caseId)
  return ctx.db
    .select({
      sha256: attachments.sha256,
      contentType: attachments.contentType,
      stage: attachments.stage,
      shot: attachments.shot,
    })
    .from(attachments)
    .where(
      or(
        eq(attachments.caseId, caseId),
        and(
          eq(attachments.ticketId, ticket.id),
          inArray(attachments.stage, ['report', 'track']),
          ne(attachments.contentType, 'application/pdf'),
        ),
      ),
    )
    .orderBy(asc(attachments.createdAt), asc(attachments.id))
    .limit(60)
}

/** RX-5: the claims of a case, and what a new one would be for whoever may make one. */
export async function claimsOfCase(ctx: Ctx, number: string) {
  authorize(ctx.actor, 'claim:read')
  const { case: one } = await findCase(ctx, number)
  const claims = await ctx.db
    .select({
      number: supplierClaims.number,
      supplier: supplierClaims.supplier,
      amount: supplierClaims.amount,
      currency: supplierClaims.currency,
      status: supplierClaims.status,
    })
    .from(supplierClaims)
    .where(eq(supplierClaims.caseId, one.id))
    .orderBy(desc(supplierClaims.id))
  return { case: inShort(one), claims, offer: await offerOf(ctx, one) }
}

const inShort = ({ number, product }: Case) => ({ number, product })

const offerOf = (ctx: Ctx, one: Case) =>
  one.status === 'cancelled' ? Promise.resolve(null) : shareOfFactory(ctx, one)
