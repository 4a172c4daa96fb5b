import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { staff, staffRoles } from '#db/schema/accounts.ts'
import type { Locale } from '#db/vocabulary/locales.ts'
import type { Role } from '#db/vocabulary/roles.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { invalid, tooMany } from '#app/platform/errors.ts'
import { cleanText } from '#app/platform/fields.ts'
import { countAttempt, forgetAttempts, type Limit } from '#app/platform/limits.server.ts'
import { homeOf } from './home.ts'
import { knownDevice } from './known-device.server.ts'
import { givenPassword, passwordMatches } from './password.server.ts'
import { recordAudit, staffSubject } from './record-audit.server.ts'

/** Any text may be tried as an email: whether it looks like one is no different answer. */
export const SignInForm = z.object({
  email: z
    .string({ message: 'validation:required' })
    .max(254, 'validation:tooLong')
    .transform((value) => cleanText(value).toLowerCase()),
  password: givenPassword,
})
export type SignInForm = z.infer<typeof SignInForm>

const perAddress: Limit = { name: 'sign-in.address', attempts: 50, seconds: 900 }
const perAccount: Limit = { name: 'sign-in.account', attempts: 10, seconds: 900 }
const perDevice: Limit = { name: 'sign-in.device', attempts: 10, seconds: 900 }

export interface Recognised {
  staffId: string
  /** False while the second factor is owed. */
  complete: boolean
  locale: Locale | null
  home: string
}

/**
 * Whose email and password these are. A known and an unknown account get the same answer in the same time;
 * attempts are counted per address and per account, for a quarter of an hour.
 * @throws DomainError too_many, or invalid when email and password don't belong together
 */
export async function signIn(
  ctx: Ctx,
  { email, password }: SignInForm,
  { address, device }: { address: string; device: string | null },
): Promise<Recognised> {
  const waitForAddress = await countAttempt(ctx, perAddress, address)
  if (waitForAddress > 0) throw tooMany('signInTooMany', waitForAddress)
  const known = knownDevice(device, email)
  const [limit, subject] = known ? [perDevice, `${email} ${known}`] : [perAccount, email]
  const wait = await countAttempt(ctx, limit, subject)
  if (wait > 0) throw tooMany('signInTooMany', wait)

  const person = await personWithEmail(ctx, email)
  const usable = person && !person.disabledAt ? person.passwordHash : null
  if (!(await passwordMatches(usable, password)) || !person) {
    const about = person ? staffSubject(person.id) : 'unknown'
    await recordAudit(ctx, 'sign_in_failed', about, { address })
    throw invalid('signInFailed')
  }
  await forgetAttempts(ctx, limit, subject)
  const complete = person.totpConfirmedAt === null
  if (complete) await recordAudit(ctx, 'sign_in', staffSubject(person.id), { address }, person.id)
  return { staffId: person.id, complete, locale: person.locale, home: homeOf(person.roles) }
}

async function personWithEmail(ctx: Ctx, email: string) {
  const [person] = await ctx.db
    .select({
      id: staff.id,
      passwordHash: staff.passwordHash,
      totpConfirmedAt: staff.totpConfirmedAt,
      locale: staff.locale,
      disabledAt: staff.disabledAt,
      roles: sql<
        Role[]
      >`array(select ${staffRoles.role} from ${staffRoles} where ${staffRoles.staffId} = ${staff.id})`,
    })
    .from(staff)
    .where(eq(staff.email, email))
  return person
}
