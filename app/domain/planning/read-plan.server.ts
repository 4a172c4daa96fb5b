import { eq, inArray } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { crews } from '#db/schema/crews.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { type DayPlan, findPlan, isDead, openPlan } from './find-plan.server.ts'
import type { PlanPlace, PlanSoFar, PlanView, PlanVisit, Proposal } from './plan-view.ts'

/** The plan of a day that is being worked out, waits to be decided on, or failed. */
export async function planOfDay(ctx: Ctx, day: string): Promise<PlanView | null> {
  authorize(ctx.actor, 'visit:read')
  if (day < dayOf(ctx.now())) return null
  const plan = await openPlan(ctx, day)
  return plan ? viewOf(ctx, plan) : null
}

/** @throws DomainError not_found */
export async function readPlan(ctx: Ctx, id: string): Promise<PlanView> {
  authorize(ctx.actor, 'visit:read')
  return viewOf(ctx, await findPlan(ctx, id))
}

async function viewOf(ctx: Ctx, plan: DayPlan): Promise<PlanView> {
  const status = isDead(plan, ctx.now()) ? 'failed' : plan.status
  const done = status === 'ready' || status === 'accepted' || plan.base !== null
  const proposal = done ? (plan.proposal as Proposal) : null
  const { changes = [], unplaced = [] } = proposal ?? {}
  const [visitOf, nameOf, [asker]] = await Promise.all([
    visitsByKey(
      ctx,
      [...changes, ...unplaced].map(({ visitId }) => visitId),
    ),
    crewNames(
      ctx,
      changes.flatMap(({ from, to }) => [to.crewId, ...(from ? [from.crewId] : [])]),
    ),
    ctx.db.select({ name: staff.name }).from(staff).where(eq(staff.id, plan.askedBy)),
  ])
  const named = (place: PlanPlace) => ({ ...place, crewName: nameOf.get(place.crewId) ?? '' })
  return {
    id: plan.id,
    day: plan.day,
    mode: plan.mode,
    status,
    progress: plan.progress,
    stopping: plan.stopAsked,
    askedBy: asker?.name ?? '',
    askedAt: plan.askedAt.toISOString(),
    soFar: done ? null : (plan.proposal as PlanSoFar | null),
    gain: proposal && { before: proposal.before, after: proposal.after },
    changes: changes.map(({ visitId, from, to, needs }) => ({
      ...visitOf.get(visitId)!,
      from: from && named(from),
      to: named(to),
      needs,
    })),
    unplaced: unplaced.map(({ visitId, reason }) => ({ ...visitOf.get(visitId)!, reason })),
    travel: proposal?.travel ?? null,
  }
}

async function visitsByKey(ctx: Ctx, ids: readonly number[]): Promise<Map<number, PlanVisit>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .select({
      visitId: visits.id,
      name: tickets.name,
      work: visits.work,
      number: tickets.number,
      address: tickets.address,
      windowStart: visits.windowStart,
      windowEnd: visits.windowEnd,
    })
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .where(inArray(visits.id, [...ids]))
  return new Map(
    rows.map((row) => [
      row.visitId,
      {
        ...row,
        windowStart: row.windowStart.toISOString(),
        windowEnd: row.windowEnd.toISOString(),
      },
    ]),
  )
}

async function crewNames(ctx: Ctx, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: crews.id, zh: crews.nameZh, en: crews.nameEn })
    .from(crews)
    .where(inArray(crews.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, zh, en }) => [id, ctx.locale === 'en' ? en : zh]))
}
