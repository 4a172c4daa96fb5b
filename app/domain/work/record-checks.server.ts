import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import { checklistItems, visitChecks } from '#db/schema/visits.ts'
import { lockVisit, ownVisits, type Visit } from '#app/domain/visits/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { RecordChecksForm } from './record-checks-form.ts'

/**
 * Ticks, unticks and reads what the crew has checked (VS-1), until the work is finished; a reading is done when it has a
 * number. Of two phones the later act counts, whichever is heard first.
 */
export async function recordChecks(
  ctx: Ctx,
  id: number,
  { shown, done, values }: RecordChecksForm,
): Promise<void> {
  authorize(ctx.actor, 'visit:work')
  const { id: by } = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const { visit } = await lockVisit(tx, id, ownVisits(tx.actor))
    if (visit.status === 'cancelled') throw refused('visitCancelled')
    if (visit.status === 'finished') throw refused('visitFinished')
    const items = await tx.db
      .select({ id: checklistItems.id, unit: checklistItems.unit })
      .from(checklistItems)
      .where(and(eq(checklistItems.skill, visit.skill), inArray(checklistItems.id, shown)))
    if (items.length === 0) return
    const at = tx.now()
    await tx.db
      .insert(visitChecks)
      .values(
        items.map((item) => {
          const value = item.unit === null ? null : (values.get(item.id) ?? null)
          const ticked = item.unit === null ? done.includes(item.id) : value !== null
          return { visitId: id, itemId: item.id, done: ticked, value, at, by }
        }),
      )
      .onConflictDoUpdate({
        target: [visitChecks.visitId, visitChecks.itemId],
        set: {
          done: sql`excluded.done`,
          value: sql`excluded.value`,
          reason: null,
          at: sql`excluded.at`,
          by: sql`case when ${changed} then excluded.by else ${visitChecks.by} end`,
        },
        setWhere: sql`${visitChecks.at} <= excluded.at`,
      })
  })
}

const changed = sql`(${visitChecks.done}, ${visitChecks.value}) is distinct from (excluded.done, excluded.value)`

export interface Check {
  id: number
  textZh: string
  textEn: string
  must: boolean
  /** What it asks to be read in, and the limits; `null` for a tick. */
  unit: string | null
  lowest: number | null
  highest: number | null
  done: boolean
  value: number | null
  reason: string | null
}

/** The visit's checklist in its order: the items in force, and those no longer in force that were answered. */
export async function checksOfVisit(
  ctx: Ctx,
  visit: Pick<Visit, 'id' | 'skill'>,
): Promise<Check[]> {
  return ctx.db
    .select({
      id: checklistItems.id,
      textZh: checklistItems.textZh,
      textEn: checklistItems.textEn,
      must: checklistItems.must,
      unit: checklistItems.unit,
      lowest: checklistItems.lowest,
      highest: checklistItems.highest,
      value: visitChecks.value,
      done: sql<boolean>`coalesce(${visitChecks.done}, false)`,
      reason: visitChecks.reason,
    })
    .from(checklistItems)
    .leftJoin(
      visitChecks,
      and(eq(visitChecks.itemId, checklistItems.id), eq(visitChecks.visitId, visit.id)),
    )
    .where(
      and(
        eq(checklistItems.skill, visit.skill),
        or(eq(checklistItems.active, true), sql`${visitChecks.itemId} is not null`),
      ),
    )
    .orderBy(asc(checklistItems.position), asc(checklistItems.id))
}
