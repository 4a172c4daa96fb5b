import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { staff } from '#db/schema/accounts.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { invalid, tooMany } from '#app/platform/errors.ts'
import { countAttempt, forgetAttempts, type Limit } from '#app/platform/limits.server.ts'
import { recordAudit, staffSubject } from './record-audit.server.ts'
import { stepOf } from './second-factor.server.ts'

/** Six digits, however they were grouped. */
export const code = z
  .string({ message: 'validation:code' })
  .transform((value) => value.normalize('NFKC').replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'validation:code'))

export const CodeForm = z.object({ code })

const perPerson: Limit = { name: 'sign-in.code', attempts: 5, seconds: 600 }

/**
 * Accepts a code of the second factor, once; five tries in ten minutes.
 * @throws DomainError too_many, or invalid when the code is wrong or was used
 */
export async function confirmCode(
  ctx: Ctx,
  staffId: string,
  given: string,
  { address }: { address: string },
): Promise<void> {
  const wait = await countAttempt(ctx, perPerson, staffId)
  if (wait > 0) throw tooMany('signInTooMany', wait)
  const accepted = await inTransaction(ctx, async (tx) => {
    const [person] = await tx.db.select().from(staff).where(eq(staff.id, staffId)).for('update')
    if (!person?.totpSecret || person.disabledAt) return false
    const step = stepOf(person.totpSecret, given, { now: tx.now(), after: person.totpLastStep })
    if (step === null) return false
    await tx.db.update(staff).set({ totpLastStep: step }).where(eq(staff.id, staffId))
    await recordAudit(tx, 'sign_in', staffSubject(staffId), { address, code: true }, staffId)
    return true
  })
  if (!accepted) {
    await recordAudit(ctx, 'sign_in_failed', staffSubject(staffId), { address, code: true })
    throw invalid('codeWrong')
  }
  await forgetAttempts(ctx, perPerson, staffId)
}
