import { auditLog } from '#db/schema/accounts.ts'
import type { AuditAction } from '#db/vocabulary/audit.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** Who or what an entry of the audit log is about. */
export const staffSubject = (id: string) => `staff:${id}`
export const messageSubject = (id: string) => `message:${id}`

/**
 * Adds to the audit log.
 * @param data what changed, as `{ field: [from, to] }`; never a password, a token or a code
 * @param by who did it, where the context doesn't know yet
 */
export async function recordAudit(
  ctx: Ctx,
  action: AuditAction,
  subject: string,
  data: Record<string, unknown> | null = null,
  by: string | null = ctx.actor.kind === 'staff' ? ctx.actor.id : null,
): Promise<void> {
  await ctx.db.insert(auditLog).values({
    at: ctx.now(),
    actorId: by,
    action,
    subject,
    data: data === null ? null : JSON.stringify(data),
  })
}
