import { and, eq } from 'drizzle-orm'
import { supplierClaims } from '#db/schema/claims.ts'
import { returnCases } from '#db/schema/returns.ts'
import { tickets } from '#db/schema/tickets.ts'
import type { CaseStatus, ClaimStatus } from '#db/vocabulary/returns.ts'
import { visibleCases } from '#app/domain/returns/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'

/** A return by its number, or a claim that was made of one. */
export type FoundReturn = { number: string; product: string; name: string } & (
  { of: 'case'; status: CaseStatus } | { of: 'claim'; status: ClaimStatus }
)

/** `rx 100003` and `ＳＣ１００００１` are numbers as they are typed; a part of one finds nothing. */
const typed = (q: string) =>
  /^(RX|SC)\d{6,}$/.exec(q.normalize('NFKC').toUpperCase().replace(/[\s-]/g, ''))

/** The return or the claim whose whole number was typed, if this colleague may see it. */
export async function findReturns(ctx: Ctx<StaffActor>, q: string): Promise<FoundReturn[]> {
  const [number, kind] = typed(q) ?? []
  if (!number) return []
  if (kind === 'SC') return may(ctx.actor, 'claim:read') ? claimsOf(ctx, number) : []
  return may(ctx.actor, 'return:read') ? casesOf(ctx, number) : []
}

async function casesOf(ctx: Ctx<StaffActor>, number: string): Promise<FoundReturn[]> {
  const rows = await ctx.db
    .select({ product: returnCases.product, name: tickets.name, status: returnCases.status })
    .from(returnCases)
    .innerJoin(tickets, eq(tickets.id, returnCases.ticketId))
    .where(and(eq(returnCases.number, number), visibleCases(ctx.actor)))
  return rows.map((row) => ({ of: 'case', number, ...row }))
}

async function claimsOf(ctx: Ctx<StaffActor>, number: string): Promise<FoundReturn[]> {
  const rows = await ctx.db
    .select({
      product: returnCases.product,
      name: supplierClaims.supplier,
      status: supplierClaims.status,
    })
    .from(supplierClaims)
    .innerJoin(returnCases, eq(returnCases.id, supplierClaims.caseId))
    .innerJoin(tickets, eq(tickets.id, returnCases.ticketId))
    .where(and(eq(supplierClaims.number, number), visibleCases(ctx.actor)))
  return rows.map((row) => ({ of: 'claim', number, ...row }))
}
