import { desc, eq, inArray } from 'drizzle-orm'
import { auditLog, staff } from '#db/schema/accounts.ts'
import type { AuditAction } from '#db/vocabulary/audit.ts'
import type { Ctx } from '#app/platform/context.server.ts'

export interface RecordedChange {
  id: number
  at: Date
  /** Who did it. */
  by: string | null
  action: AuditAction
  changes: { field: string; from: string | null; to: string | null }[]
}

/** Who changed these subjects and when, the latest first. The page it stands on says who may read it. */
export async function listChanges(
  ctx: Ctx,
  subjects: readonly string[],
  limit = 10,
): Promise<RecordedChange[]> {
  if (subjects.length === 0) return []
  const rows = await ctx.db
    .select({
      id: auditLog.id,
      at: auditLog.at,
      by: staff.name,
      action: auditLog.action,
      data: auditLog.data,
    })
    .from(auditLog)
    .leftJoin(staff, eq(staff.id, auditLog.actorId))
    .where(inArray(auditLog.subject, [...subjects]))
    .orderBy(desc(auditLog.id))
    .limit(limit)
  return rows.map(({ data, ...row }) => ({ ...row, changes: changesIn(data) }))
}

/** `{ field: [from, to] }`; whatever else an entry says isn't told here. */
export function changesIn(data: string | null): RecordedChange['changes'] {
  const facts = data === null ? {} : (JSON.parse(data) as Record<string, unknown>)
  return Object.entries(facts).flatMap(([field, pair]) => {
    if (!Array.isArray(pair) || pair.length !== 2) return []
    const [from, to] = pair.map((value: unknown) =>
      typeof value === 'string' && value !== '' ? value : null,
    )
    return [{ field, from: from ?? null, to: to ?? null }]
  })
}
