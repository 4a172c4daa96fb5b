import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { invitations, staff, staffRoles } from '#db/schema/accounts.ts'
import { type Locale, locales } from '#db/vocabulary/locales.ts'
import type { Role } from '#db/vocabulary/roles.ts'
import {
  type Ctx,
  databaseErrorCode,
  inTransaction,
  type Tx,
} from '#app/platform/context.server.ts'
import { invalid, refused } from '#app/platform/errors.ts'
import { email, line } from '#app/platform/fields.ts'
import { endAllSessions } from '#app/platform/session.server.ts'
import { administratorExists, lockFirstAdministrator } from './first-administrator.server.ts'
import { homeOf } from './home.ts'
import { type Invited, readInvitation } from './invitation.server.ts'
import { hashPassword, newPassword } from './password.server.ts'
import { recordAudit, staffSubject } from './record-audit.server.ts'
import type { Recognised } from './sign-in.server.ts'

export const AcceptInvitationForm = z.object({
  name: line(80),
  password: newPassword,
  locale: z.enum(locales).optional(),
})
export const FirstAdministratorForm = AcceptInvitationForm.extend({ email })
export type AcceptInvitationForm = z.infer<typeof AcceptInvitationForm> & { email?: string }

/**
 * Sets name and password by a one-time link, which is used up by it; every session of the account ends.
 * @returns who may be signed in now
 * @throws DomainError conflict when the link was used or has expired
 */
export async function acceptInvitation(
  ctx: Ctx,
  token: string | undefined,
  form: AcceptInvitationForm,
): Promise<Recognised & { email: string }> {
  const passwordHash = await hashPassword(form.password)
  try {
    return await inTransaction(ctx, async (tx) => {
      const invitation = await readInvitation(tx, token, { lock: true })
      if (invitation.state === 'used') throw refused('invitationUsed')
      if (invitation.state === 'expired') throw refused('invitationExpired')
      const person = invitation.person
        ? await setPassword(tx, invitation.person, form, passwordHash)
        : await becomeFirst(tx, form, passwordHash)
      await tx.db
        .update(invitations)
        .set({ usedAt: tx.now() })
        .where(eq(invitations.id, invitation.id))
      await recordAudit(tx, 'invitation_accepted', staffSubject(person.id), null, person.id)
      return {
        staffId: person.id,
        complete: person.totpConfirmedAt === null,
        locale: person.locale,
        home: homeOf(person.roles),
        email: person.email,
      }
    })
  } catch (error) {
    if (databaseErrorCode(error) === '23505') throw invalid('emailTaken')
    throw error
  }
}

interface Accepted {
  id: string
  email: string
  locale: Locale | null
  totpConfirmedAt: Date | null
  roles: Role[]
}

async function setPassword(
  tx: Tx,
  { id }: NonNullable<Invited['person']>,
  { name, locale }: AcceptInvitationForm,
  passwordHash: string,
): Promise<Accepted> {
  const [person] = await tx.db
    .update(staff)
    .set({ name, passwordHash, ...(locale ? { locale } : {}) })
    .where(eq(staff.id, id))
    .returning()
  await endAllSessions(tx, id)
  const held = await tx.db
    .select({ role: staffRoles.role })
    .from(staffRoles)
    .where(eq(staffRoles.staffId, id))
  return { ...person!, roles: held.map(({ role }) => role) }
}

async function becomeFirst(
  tx: Tx,
  { name, email: address, locale = tx.locale }: AcceptInvitationForm,
  passwordHash: string,
): Promise<Accepted> {
  await lockFirstAdministrator(tx)
  if (await administratorExists(tx)) throw refused('invitationUsed')
  if (!address) throw invalid('notFound')
  const [person] = await tx.db
    .insert(staff)
    .values({ name, email: address, passwordHash, locale, createdAt: tx.now() })
    .returning()
  await tx.db.insert(staffRoles).values({ staffId: person!.id, role: 'admin' })
  return { ...person!, roles: ['admin'] }
}
