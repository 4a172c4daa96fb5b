import { and, count, eq } from 'drizzle-orm'
import { crews } from '#db/schema/crews.ts'
import { checklistItems, signedRecords, visitChecks, visits } from '#db/schema/visits.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { addMinutes } from '#app/platform/time.server.ts'

/** The visit a call is about, as the caller needs it. */
export async function visitOf(ctx: Ctx, visitId: number) {
  const [row] = await ctx.db
    .select({ visit: visits, crew: crews, signedAt: signedRecords.signedAt })
    .from(visits)
    .leftJoin(crews, eq(crews.id, visits.crewId))
    .leftJoin(
      signedRecords,
      and(eq(signedRecords.visitId, visits.id), eq(signedRecords.kind, 'work')),
    )
    .where(eq(visits.id, visitId))
  if (!row) throw notFound()
  const { visit, crew, signedAt } = row
  const [items] = await ctx.db
    .select({ all: count() })
    .from(checklistItems)
    .where(and(eq(checklistItems.skill, visit.skill), eq(checklistItems.active, true)))
  const [checked] = await ctx.db
    .select({ done: count() })
    .from(visitChecks)
    .where(and(eq(visitChecks.visitId, visitId), eq(visitChecks.done, true)))
  const iso = (at: Date | null) => at?.toISOString() ?? null
  return {
    skill: visit.skill,
    work: visit.work,
    workDone: visit.workDone,
    crew: crew && { zh: crew.nameZh, en: crew.nameEn },
    windowStart: visit.windowStart.toISOString(),
    windowEnd: visit.windowEnd.toISOString(),
    arrivedAt: iso(visit.arrivedAt),
    lateMinutes:
      visit.arrivedAt && visit.arrivedAt > visit.windowEnd
        ? Math.ceil((visit.arrivedAt.getTime() - visit.windowEnd.getTime()) / 60_000)
        : 0,
    earlyMinutes:
      visit.arrivedAt && visit.arrivedAt < addMinutes(visit.windowStart, -15)
        ? Math.ceil((visit.windowStart.getTime() - visit.arrivedAt.getTime()) / 60_000)
        : 0,
    finishedAt: iso(visit.finishedAt),
    signedAt: iso(signedAt),
    checks: { done: checked?.done ?? 0, all: Math.max(items?.all ?? 0, checked?.done ?? 0) },
  }
}
