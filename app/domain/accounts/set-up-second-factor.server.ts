import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { staff } from '#db/schema/accounts.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { invalid, notFound } from '#app/platform/errors.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { checkOwnPassword } from './change-password.server.ts'
import { givenPassword } from './password.server.ts'
import { recordAudit, staffSubject } from './record-audit.server.ts'
import { newSecret, secretUri, stepOf } from './second-factor.server.ts'

export type SecondFactor =
  | { state: 'on' }
  /** A secret waits to be confirmed by a code. */
  | { state: 'off'; secret: string; uri: string }

/** Where one's own second factor stands; when it is off, the secret to set it up with. */
export async function readSecondFactor(ctx: Ctx<StaffActor>): Promise<SecondFactor> {
  const { company } = await currentSettings(ctx)
  return inTransaction(ctx, async (tx) => {
    const me = await lockMe(tx, ctx.actor.id)
    if (me.totpConfirmedAt) return { state: 'on' }
    const secret = me.totpSecret ?? newSecret()
    if (!me.totpSecret) {
      await tx.db.update(staff).set({ totpSecret: secret }).where(eq(staff.id, me.id))
    }
    const issuer = ctx.locale === 'en' ? company.nameEn : company.nameZh
    return { state: 'off', secret, uri: secretUri(secret, me.email, issuer) }
  })
}

/** Turns the second factor on: the code shows that the phone has the secret. */
export async function addSecondFactor(ctx: Ctx<StaffActor>, code: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const me = await lockMe(tx, ctx.actor.id)
    if (me.totpConfirmedAt) return
    const step = me.totpSecret && stepOf(me.totpSecret, code, { now: tx.now(), after: null })
    if (!step) throw invalid('codeWrong')
    await tx.db
      .update(staff)
      .set({ totpConfirmedAt: tx.now(), totpLastStep: step })
      .where(eq(staff.id, me.id))
    await recordAudit(tx, 'second_factor_added', staffSubject(me.id))
  })
}

export const RemoveSecondFactorForm = z.object({ password: givenPassword })

/** Turns one's own second factor off; the password shows who asks. */
export async function removeOwnSecondFactor(ctx: Ctx<StaffActor>, password: string): Promise<void> {
  await checkOwnPassword(ctx, password)
  await inTransaction(ctx, (tx) => removeSecondFactor(tx, ctx.actor.id))
}

/** Forgets somebody's second factor; the next one gets a new secret. */
export async function removeSecondFactor(tx: Tx, staffId: string): Promise<void> {
  const person = await lockMe(tx, staffId)
  if (!person.totpConfirmedAt) return
  await tx.db
    .update(staff)
    .set({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null })
    .where(eq(staff.id, staffId))
  await recordAudit(tx, 'second_factor_removed', staffSubject(staffId))
}

async function lockMe(tx: Tx, id: string) {
  const [me] = await tx.db.select().from(staff).where(eq(staff.id, id)).for('update')
  if (!me) throw notFound()
  return me
}
