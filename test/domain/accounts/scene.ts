import { and, eq } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { auditLog, sessions, staff } from '#db/schema/accounts.ts'
import type { AuditAction } from '#db/vocabulary/audit.ts'
import type { Role } from '#db/vocabulary/roles.ts'
import { hashPassword } from '#app/domain/accounts/index.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'

export const password = '门口有三棵香樟树'
let hashed: Promise<string> | undefined

/** A colleague who can sign in with `password`. */
export async function aMember(db: Db, role: Role, facts: Parameters<typeof aColleague>[2] = {}) {
  const passwordHash = await (hashed ??= hashPassword(password))
  const actor = await aColleague(db, role, { passwordHash, ...facts })
  const { email } = await staffNow(db, actor.id)
  return { ...actor, email }
}

export const staffNow = async (db: Db, id: string) =>
  only(await db.select().from(staff).where(eq(staff.id, id)))

export async function aSession(db: Db, staffId: string, id = crypto.randomUUID()) {
  const later = new Date(Date.now() + 3_600_000)
  await db.insert(sessions).values({ id, userId: staffId, expiresAt: later, endsAt: later })
  return id
}

export const sessionsOf = (db: Db, staffId: string) =>
  db.select().from(sessions).where(eq(sessions.userId, staffId))

/** What the audit log says about somebody, earliest first. */
export async function auditOf(db: Db, id: string, action?: AuditAction) {
  const rows = await db
    .select()
    .from(auditLog)
    .where(
      and(eq(auditLog.subject, `staff:${id}`), action ? eq(auditLog.action, action) : undefined),
    )
    .orderBy(auditLog.id)
  return rows.map((row) => ({
    action: row.action,
    by: row.actorId,
    data: row.data === null ? null : (JSON.parse(row.data) as unknown),
  }))
}

export const anybody = (db: Db, now = tuesdayMorning) =>
  contextOf(db, { kind: 'anonymous' }, { now })
