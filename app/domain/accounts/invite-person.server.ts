import { eq } from 'drizzle-orm'
import { staff, staffRoles } from '#db/schema/accounts.ts'
import {
  type Ctx,
  databaseErrorCode,
  inTransaction,
  type Tx,
} from '#app/platform/context.server.ts'
import { invalid } from '#app/platform/errors.ts'
import { email } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { refuseClosed } from '#app/domain/stores/index.server.ts'
import { writeMessage } from '#app/domain/messages/index.server.ts'
import { makeInvitation, staffInvitationHours } from './invitation.server.ts'
import { findPerson } from './find-person.server.ts'
import { changesBetween } from './person-changes.ts'
import type { InviteForm } from './person-form.ts'
import { recordAudit, staffSubject } from './record-audit.server.ts'

/**
 * Adds a colleague without a password and sends them a one-time link.
 * @returns their key
 * @throws DomainError conflict `storeClosed`; invalid `emailTaken`
 */
export async function invitePerson(ctx: Ctx, form: InviteForm): Promise<string> {
  authorize(ctx.actor, 'people:manage')
  const { roles, ...facts } = form
  try {
    return await inTransaction(ctx, async (tx) => {
      if (facts.storeId !== null) await refuseClosed(tx, facts.storeId)
      const [person] = await tx.db
        .insert(staff)
        .values({ ...facts, createdAt: tx.now() })
        .returning()
      const { id } = person!
      await tx.db.insert(staffRoles).values(roles.map((role) => ({ staffId: id, role })))
      await recordAudit(tx, 'invited', staffSubject(id), changesBetween(null, form))
      await sendLink(tx, { ...facts, id })
      return id
    })
  } catch (error) {
    throw refusedByDatabase(error)
  }
}

/** Whether somebody has the email that was typed, if it is one. */
export async function isEmailTaken(ctx: Ctx, typed: unknown): Promise<boolean> {
  authorize(ctx.actor, 'people:manage')
  const { data } = email.safeParse(typed)
  if (data === undefined) return false
  const rows = await ctx.db.select({ id: staff.id }).from(staff).where(eq(staff.email, data))
  return rows.length > 0
}

/** Sends a colleague a new one-time link, which sets their password anew; the earlier ones stop working. */
export async function sendNewLink(ctx: Ctx, id: string): Promise<void> {
  authorize(ctx.actor, 'people:manage')
  await inTransaction(ctx, async (tx) => {
    const person = await findPerson(tx, id, { lock: true })
    await recordAudit(tx, 'link_made', staffSubject(id))
    await sendLink(tx, person)
  })
}

async function sendLink(
  tx: Tx,
  person: { id: string; name: string; email: string; locale: 'zh-CN' | 'en' | null },
): Promise<void> {
  const { id, expiresAt } = await makeInvitation(tx, person.id, staffInvitationHours)
  await writeMessage(tx, {
    template: 'staff-invitation',
    recipient: person.email,
    locale: person.locale ?? tx.locale,
    staffId: person.id,
    facts: {
      name: person.name,
      inviter: tx.actor.kind === 'staff' ? tx.actor.name : '',
      invitationId: id,
      expires: expiresAt.toISOString(),
    },
  })
}

/** A taken email, or a store or crew that isn't there, is the form's fault and no bug. */
export function refusedByDatabase(error: unknown): unknown {
  const code = databaseErrorCode(error)
  if (code === '23505') return invalid('emailTaken')
  return code === '23503' ? invalid('notFound') : error
}
