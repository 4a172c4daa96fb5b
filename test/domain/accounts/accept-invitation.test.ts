import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { invitations, staff, staffRoles } from '#db/schema/accounts.ts'
import { messages } from '#db/schema/messages.ts'
import {
  acceptInvitation,
  FirstAdministratorForm,
} from '#app/domain/accounts/accept-invitation.server.ts'
import { firstAdministratorLink } from '#app/domain/accounts/index.server.ts'
import { readInvitation } from '#app/domain/accounts/invitation.server.ts'
import { invitePerson, sendNewLink } from '#app/domain/accounts/invite-person.server.ts'
import { readOpenLink } from '#app/domain/accounts/read-person.server.ts'
import { signIn } from '#app/domain/accounts/sign-in.server.ts'
import { addHours } from '#app/platform/time.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { only, serial } from '#test/factories/serial.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aMember, anybody, aSession, sessionsOf, staffNow } from './scene.ts'

const database = testDatabase()
const tokenIn = (url: string | null | undefined) => url?.split('/').at(-1)
const given = { name: '许静', password: '院子里有两只很胖的猫' }

async function invited(now = tuesdayMorning) {
  const admin = contextOf(database.db, await aMember(database.db, 'admin'), { now })
  const email = `new${serial()}@example.test`
  const id = await invitePerson(admin, {
    email,
    name: '新同事',
    roles: ['desk'],
    storeId: null,
    crewId: null,
    locale: 'zh-CN',
  })
  const token = tokenIn((await readOpenLink(admin, id))?.url)
  return { admin, id, email, token }
}

// First in the file: there is no administrator yet.
describe('the first administrator', () => {
  test('Q-15 gets one link that works once, for 24 hours, and only while there is none', async () => {
    const ctx = anybody(database.db)
    const links = await Promise.all([1, 2, 3].map(() => firstAdministratorLink(ctx)))
    expect(new Set(links).size).toBe(1)
    const link = links[0]
    expect(link).toMatch(/^http:\/\/.+\/invitations\/[\w-]{32}$/)
    const stale = tokenIn(link)
    const later = addHours(tuesdayMorning, 24)
    expect(await readInvitation(anybody(database.db, later), stale)).toMatchObject({
      state: 'expired',
    })
    const token = tokenIn(await firstAdministratorLink(anybody(database.db, later)))
    expect(token).not.toBe(stale)
    await expect(readInvitation(ctx, stale)).rejects.toMatchObject({ kind: 'not_found' })

    const now = anybody(database.db, later)
    const form = FirstAdministratorForm.parse({ ...given, email: 'First@Example.test' })
    const answers = await Promise.allSettled(
      [1, 2, 3].map(() => acceptInvitation(now, token, form)),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const first = only(
      await database.db.select().from(staff).where(eq(staff.email, 'first@example.test')),
    )
    const roles = await database.db
      .select()
      .from(staffRoles)
      .where(eq(staffRoles.staffId, first.id))
    expect(roles).toEqual([{ staffId: first.id, role: 'admin' }])
    expect(await firstAdministratorLink(now)).toBeNull()
  })
})

describe('an invitation', () => {
  test('is mailed with a placeholder and stored hashed: the table tells nobody the link (Q-15)', async () => {
    const { id, email, token } = await invited()
    const mail = only(await database.db.select().from(messages).where(eq(messages.staffId, id)))
    expect(mail).toMatchObject({ recipient: email, template: 'staff-invitation', status: 'queued' })
    const row = only(
      await database.db.select().from(invitations).where(eq(invitations.staffId, id)),
    )
    expect(JSON.stringify([mail, row])).not.toContain(token)
    expect(row.expiresAt).toEqual(addHours(tuesdayMorning, 72))
  })

  test('Q-15 is not used up by looking, sets name and password once, and then the person is in', async () => {
    const { id, email, token } = await invited()
    const ctx = anybody(database.db)
    await readInvitation(ctx, token)
    expect(await readInvitation(ctx, token)).toMatchObject({ state: 'open' })
    const accepted = await acceptInvitation(ctx, token, { ...given, locale: 'en' })
    expect(accepted).toMatchObject({ staffId: id, complete: true, home: '/console', locale: 'en' })
    expect(await staffNow(database.db, id)).toMatchObject({ name: '许静', locale: 'en' })
    const known = await signIn(
      ctx,
      { email, password: given.password },
      { address: '192.0.2.1', device: null },
    )
    expect(known).toMatchObject({ staffId: id })
    await expect(acceptInvitation(ctx, token, given)).rejects.toMatchObject({
      code: 'invitationUsed',
    })
  })

  test('ends after 72 hours', async () => {
    const { token } = await invited()
    const late = anybody(database.db, addHours(tuesdayMorning, 72))
    await expect(acceptInvitation(late, token, given)).rejects.toMatchObject({
      code: 'invitationExpired',
    })
  })

  test('is replaced by a newer one; a password set by it ends every session (Q-18)', async () => {
    const { admin, id, token } = await invited()
    await acceptInvitation(anybody(database.db), token, given)
    await aSession(database.db, id)
    await sendNewLink(admin, id)
    const first = tokenIn((await readOpenLink(admin, id))?.url)
    await sendNewLink(admin, id)
    const second = tokenIn((await readOpenLink(admin, id))?.url)
    await expect(acceptInvitation(anybody(database.db), first, given)).rejects.toMatchObject({
      kind: 'not_found',
    })
    await acceptInvitation(anybody(database.db), second, { ...given, password: '另一句很长的话' })
    expect(await sessionsOf(database.db, id)).toEqual([])
  })

  test('opens nothing for somebody who was disabled meanwhile', async () => {
    const { id, token } = await invited()
    await database.db.update(staff).set({ disabledAt: tuesdayMorning }).where(eq(staff.id, id))
    await expect(acceptInvitation(anybody(database.db), token, given)).rejects.toMatchObject({
      code: 'invitationExpired',
    })
  })

  test('refuses an email that is taken, and whoever manages no people', async () => {
    const { admin, email } = await invited()
    const form = {
      email,
      name: '又一位',
      roles: ['desk' as const],
      storeId: null,
      crewId: null,
      locale: 'en' as const,
    }
    await expect(invitePerson(admin, form)).rejects.toMatchObject({ code: 'emailTaken' })
    const desk = contextOf(database.db, await aMember(database.db, 'desk'))
    await expect(invitePerson(desk, form)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(readOpenLink(desk, admin.actor.kind)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
