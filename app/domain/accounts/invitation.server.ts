import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { invitations, staff } from '#db/schema/accounts.ts'
import type { Locale } from '#db/vocabulary/locales.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { addHours } from '#app/platform/time.server.ts'
import { hashToken, linkToken, looksLikeToken } from '#app/platform/tokens.server.ts'

export const staffInvitationHours = 72
export const firstAdministratorHours = 24

/** Makes a one-time link for `staffId`, or for the first administrator; earlier unused ones are dropped. */
export async function makeInvitation(
  tx: Tx,
  staffId: string | null,
  hours: number,
): Promise<{ id: string; expiresAt: Date }> {
  await tx.db
    .delete(invitations)
    .where(
      and(
        staffId === null ? isNull(invitations.staffId) : eq(invitations.staffId, staffId),
        isNull(invitations.usedAt),
      ),
    )
  const id = randomUUID()
  const expiresAt = addHours(tx.now(), hours)
  await tx.db.insert(invitations).values({
    id,
    tokenHash: hashToken(linkToken(id)),
    staffId,
    createdAt: tx.now(),
    expiresAt,
  })
  return { id, expiresAt }
}

export interface Invited {
  id: string
  state: 'open' | 'used' | 'expired'
  /** Null for the first administrator, who names themselves. */
  person: {
    id: string
    name: string
    email: string
    accepted: boolean
    locale: Locale | null
  } | null
}

/**
 * What a one-time link is for; reading it uses nothing up. With `lock`, held until the transaction ends.
 * @throws DomainError not_found when it never was, or was replaced by a newer one
 */
export async function readInvitation(
  ctx: Ctx,
  token: string | undefined,
  { lock = false }: { lock?: boolean } = {},
): Promise<Invited> {
  if (!looksLikeToken(token)) throw notFound()
  const query = ctx.db
    .select({ invitation: invitations, person: staff })
    .from(invitations)
    .leftJoin(staff, eq(staff.id, invitations.staffId))
    .where(eq(invitations.tokenHash, hashToken(token)))
  const [row] = await (lock ? query.for('update', { of: invitations }) : query)
  if (!row) throw notFound()
  const { invitation, person } = row
  const over = invitation.expiresAt <= ctx.now() || (person !== null && person.disabledAt !== null)
  return {
    id: invitation.id,
    state: invitation.usedAt ? 'used' : over ? 'expired' : 'open',
    person: person && {
      id: person.id,
      name: person.name,
      email: person.email,
      accepted: person.passwordHash !== null,
      locale: person.locale,
    },
  }
}
