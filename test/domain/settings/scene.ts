import { asc, eq } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { auditLog } from '#db/schema/accounts.ts'
import { roles, type Role } from '#db/vocabulary/roles.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { type Action, permissions } from '#app/platform/permissions.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'

export const as = async (db: Db, role: Role): Promise<Ctx<StaffActor>> =>
  contextOf(db, await aColleague(db, role))

/** What the audit log says of one thing, earliest first. */
export async function auditOf(db: Db, subject: string) {
  const rows = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.subject, subject))
    .orderBy(asc(auditLog.id))
  return rows.map(({ action, actorId, data }) => ({
    action,
    by: actorId,
    data: data === null ? null : (JSON.parse(data) as unknown),
  }))
}

export const rolesWithout = (action: Action): Role[] =>
  roles.filter((role) => !(permissions[action] as readonly Role[]).includes(role))

export const forbidden = { kind: 'forbidden' }
export const stale = { code: 'supplyChanged' }
