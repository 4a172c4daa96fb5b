import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { invitations, staff, staffRoles } from '#db/schema/accounts.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { publicUrl } from '#app/platform/listener.server.ts'
import { hashToken, linkToken } from '#app/platform/tokens.server.ts'
import { firstAdministratorHours, makeInvitation } from './invitation.server.ts'

/** Held while the first administrator is looked for or made: there is one first. */
export const lockFirstAdministrator = (tx: Tx) =>
  tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('first administrator'))`)

export async function administratorExists(ctx: Ctx): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: staff.id })
    .from(staff)
    .innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
    .where(and(eq(staffRoles.role, 'admin'), isNull(staff.disabledAt)))
    .limit(1)
  return row !== undefined
}

/**
 * The one-time link by which the first administrator makes themselves known; null once there is one. Processes that
 * start together are given the same link.
 */
export async function firstAdministratorLink(ctx: Ctx): Promise<string | null> {
  return inTransaction(ctx, async (tx) => {
    await lockFirstAdministrator(tx)
    if (await administratorExists(tx)) return null
    const id = (await openLink(tx)) ?? (await makeInvitation(tx, null, firstAdministratorHours)).id
    return `${publicUrl()}/invitations/${linkToken(id)}`
  })
}

/** A link made moments ago with this process's own secret. */
async function openLink(tx: Tx): Promise<string | undefined> {
  const [open] = await tx.db
    .select()
    .from(invitations)
    .where(
      and(
        isNull(invitations.staffId),
        isNull(invitations.usedAt),
        gt(invitations.createdAt, new Date(tx.now().getTime() - 60_000)),
      ),
    )
  return open && hashToken(linkToken(open.id)) === open.tokenHash ? open.id : undefined
}
