import { asc, desc, eq, inArray } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import {
  visitDamages,
  visitDelays,
  visitEntries,
  visitExtras,
  visitInspections,
  visitPauses,
} from '#db/schema/work.ts'
import type { Ctx } from '#app/platform/context.server.ts'

export type WorkOfVisit = Awaited<ReturnType<typeof workOfVisit>>

/** What was recorded of a visit beside its steps, each the earliest first, for a caller who may see the visit. */
export async function workOfVisit(ctx: Ctx, visitId: number) {
  const [delays, pauses, damages, extras, inspections] = await Promise.all([
    delaysOf(ctx, visitId),
    pausesOf(ctx, visitId),
    damagesOf(ctx, visitId),
    extrasOf(ctx, visitId),
    inspectionsOf(ctx, visitId),
  ])
  return { delays, pauses, damages, extras, inspections }
}

const delaysOf = (ctx: Ctx, visitId: number) =>
  ctx.db
    .select({
      reason: visitDelays.reason,
      note: visitDelays.note,
      expectedAt: visitDelays.expectedAt,
      toldAt: visitDelays.toldAt,
      by: staff.name,
    })
    .from(visitDelays)
    .innerJoin(staff, eq(staff.id, visitDelays.by))
    .where(eq(visitDelays.visitId, visitId))
    .orderBy(asc(visitDelays.id))

const pausesOf = (ctx: Ctx, visitId: number) =>
  ctx.db
    .select({
      reason: visitPauses.reason,
      note: visitPauses.note,
      pausedAt: visitPauses.pausedAt,
      resumedAt: visitPauses.resumedAt,
      by: staff.name,
    })
    .from(visitPauses)
    .innerJoin(staff, eq(staff.id, visitPauses.by))
    .where(eq(visitPauses.visitId, visitId))
    .orderBy(asc(visitPauses.id))

const damagesOf = (ctx: Ctx, visitId: number) =>
  ctx.db
    .select({
      key: visitDamages.key,
      what: visitDamages.what,
      at: visitDamages.at,
      by: staff.name,
      acknowledgedBy: visitDamages.acknowledgedBy,
      acknowledgedAt: visitDamages.acknowledgedAt,
    })
    .from(visitDamages)
    .innerJoin(staff, eq(staff.id, visitDamages.by))
    .where(eq(visitDamages.visitId, visitId))
    .orderBy(asc(visitDamages.id))

export const extrasOf = (ctx: Ctx, visitId: number) =>
  ctx.db
    .select({
      key: visitExtras.key,
      what: visitExtras.what,
      minutes: visitExtras.minutes,
      price: visitExtras.price,
      currency: visitExtras.currency,
      proposedAt: visitExtras.proposedAt,
      proposedBy: staff.name,
      decision: visitExtras.decision,
      decidedAt: visitExtras.decidedAt,
      decidedBy: visitExtras.decidedBy,
      via: visitExtras.via,
    })
    .from(visitExtras)
    .innerJoin(staff, eq(staff.id, visitExtras.proposedBy))
    .where(eq(visitExtras.visitId, visitId))
    .orderBy(asc(visitExtras.id))

export const inspectionsOf = (ctx: Ctx, visitId: number) =>
  ctx.db
    .select({
      key: visitInspections.key,
      level: visitInspections.level,
      passed: visitInspections.passed,
      note: visitInspections.note,
      at: visitInspections.at,
      by: staff.name,
    })
    .from(visitInspections)
    .innerJoin(staff, eq(staff.id, visitInspections.by))
    .where(eq(visitInspections.visitId, visitId))
    .orderBy(asc(visitInspections.id))

/** The keys of what phones sent of a visit, the latest first: what of theirs it is no news to. */
export async function heardOf(ctx: Ctx, visitIds: readonly number[]): Promise<string[]> {
  if (visitIds.length === 0) return []
  const rows = await ctx.db
    .select({ key: visitEntries.key })
    .from(visitEntries)
    .where(inArray(visitEntries.visitId, [...visitIds]))
    .orderBy(desc(visitEntries.id))
    .limit(500)
  return rows.map(({ key }) => key)
}
