import { and, desc, eq, gte, isNull, lt, ne, or, type SQL } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import { auditLog } from '#db/schema/accounts.ts'
import type { AuditAction } from '#db/vocabulary/audit.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { spanOfDay } from '#app/platform/time.server.ts'
import { type AuditKind, auditKinds } from './audit-kinds.ts'
import { staffSubject } from './record-audit.server.ts'

export interface AuditFilter {
  /** A colleague's key: what they did and what was done to them. */
  person?: string | null
  action?: AuditAction | null
  kind?: AuditKind | null
  /** One thing, as the log calls it: `store:3`. */
  subject?: string | null
  /** Days in the company's zone, both included. */
  from?: string | null
  to?: string | null
  /** The last entry of the page before. */
  before: number | null
}

/**
 * Entries of the audit log, newest first. The narrowest filter chooses the index; of several values each is walked
 * down its own index no further than the page goes.
 */
export async function findAudit(ctx: Ctx, filter: AuditFilter, limit: number) {
  const { person, subject, before } = filter
  const actions = actionsOf(filter)
  const at = timeOf(filter)
  const branches = (
    person
      ? [eq(auditLog.actorId, person), ofOthers(person)]
      : subject
        ? [eq(auditLog.subject, subject)]
        : (actions?.map((action) => eq(auditLog.action, action)) ?? [undefined])
  ).map((found) =>
    ctx.db
      .select()
      .from(auditLog)
      .where(
        and(
          found,
          person && subject ? eq(auditLog.subject, subject) : undefined,
          (person ?? subject) && actions
            ? or(...actions.map((action) => eq(auditLog.action, action)))
            : undefined,
          at,
          before ? lt(auditLog.id, before) : undefined,
        ),
      )
      .orderBy(desc(auditLog.id))
      .limit(limit),
  )
  const [first, second, ...others] = branches
  if (!first) return []
  if (!second) return first
  return unionAll(first, second, ...others)
    .orderBy(desc(auditLog.id))
    .limit(limit)
}

/** What somebody else did to this colleague. */
const ofOthers = (person: string): SQL | undefined =>
  and(
    eq(auditLog.subject, staffSubject(person)),
    or(isNull(auditLog.actorId), ne(auditLog.actorId, person)),
  )

function actionsOf({ action, kind }: AuditFilter): AuditAction[] | null {
  const ofKind: readonly AuditAction[] | null = kind ? auditKinds[kind] : null
  if (!action) return ofKind && [...ofKind]
  return ofKind && !ofKind.includes(action) ? [] : [action]
}

const timeOf = ({ from, to }: AuditFilter): SQL | undefined =>
  and(
    from ? gte(auditLog.at, spanOfDay(from).start) : undefined,
    to ? lt(auditLog.at, spanOfDay(to).end) : undefined,
  )
