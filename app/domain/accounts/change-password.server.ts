import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { staff } from '#db/schema/accounts.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { invalid, tooMany } from '#app/platform/errors.ts'
import { countAttempt, forgetAttempts, type Limit } from '#app/platform/limits.server.ts'
import { endAllSessions } from '#app/platform/session.server.ts'
import { givenPassword, hashPassword, newPassword, passwordMatches } from './password.server.ts'
import { recordAudit, staffSubject } from './record-audit.server.ts'

export const ChangePasswordForm = z.object({
  currentPassword: givenPassword,
  newPassword,
})
export type ChangePasswordForm = z.infer<typeof ChangePasswordForm>

const perPerson: Limit = { name: 'own-password', attempts: 10, seconds: 900 }

/** Changes one's own password and ends all of one's sessions; the caller begins a new one. */
export async function changePassword(
  ctx: Ctx<StaffActor>,
  form: ChangePasswordForm,
): Promise<void> {
  await checkOwnPassword(ctx, form.currentPassword)
  const passwordHash = await hashPassword(form.newPassword)
  await inTransaction(ctx, async (tx) => {
    await tx.db.update(staff).set({ passwordHash }).where(eq(staff.id, ctx.actor.id))
    await endAllSessions(tx, ctx.actor.id)
    await recordAudit(tx, 'password_changed', staffSubject(ctx.actor.id))
  })
}

/** @throws DomainError invalid when it is not one's own password, too_many after ten tries */
export async function checkOwnPassword(ctx: Ctx<StaffActor>, password: string): Promise<void> {
  const wait = await countAttempt(ctx, perPerson, ctx.actor.id)
  if (wait > 0) throw tooMany('signInTooMany', wait)
  const [me] = await ctx.db
    .select({ passwordHash: staff.passwordHash })
    .from(staff)
    .where(eq(staff.id, ctx.actor.id))
  if (!(await passwordMatches(me?.passwordHash ?? null, password))) throw invalid('passwordWrong')
  await forgetAttempts(ctx, perPerson, ctx.actor.id)
}
