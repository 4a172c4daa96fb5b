import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { staffRoles } from '#db/schema/accounts.ts'
import {
  changePerson,
  disablePerson,
  enablePerson,
} from '#app/domain/accounts/change-person.server.ts'
import { listAudit } from '#app/domain/accounts/list-audit.server.ts'
import { listPeople } from '#app/domain/accounts/list-people.server.ts'
import { isEmailTaken } from '#app/domain/accounts/invite-person.server.ts'
import { InviteForm, inviteForm, PersonForm } from '#app/domain/accounts/person-form.ts'
import { contextOf } from '#test/factories/context.ts'
import { aStore } from '#test/factories/stores.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aMember, aSession, auditOf, sessionsOf, staffNow } from './scene.ts'

const database = testDatabase()
const facts = { storeId: null, crewId: null }
const rolesOf = async (id: string) =>
  (await database.db.select().from(staffRoles).where(eq(staffRoles.staffId, id)))
    .map(({ role }) => role)
    .sort()

// First in the file: this administrator is the only one.
describe('the last administrator', () => {
  test('can be neither disabled nor moved to another role, by themselves or by two at once', async () => {
    const admin = await aMember(database.db, 'admin')
    const ctx = contextOf(database.db, admin)
    await expect(disablePerson(ctx, admin.id)).rejects.toMatchObject({ code: 'lastAdministrator' })
    await expect(
      changePerson(ctx, admin.id, { ...facts, name: admin.name, roles: ['desk'] }),
    ).rejects.toMatchObject({ code: 'lastAdministrator' })
    expect(await rolesOf(admin.id)).toEqual(['admin'])

    const second = await aMember(database.db, 'admin')
    const answers = await Promise.allSettled([
      disablePerson(ctx, second.id),
      disablePerson(contextOf(database.db, second), admin.id),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('changing a colleague', () => {
  test('changes name, roles and store, and the audit log says who, what, from and to', async () => {
    const admin = await aMember(database.db, 'admin')
    const ctx = contextOf(database.db, admin)
    const desk = await aMember(database.db, 'desk', { name: '陈静' })
    const store = await aStore(database.db)
    await changePerson(ctx, desk.id, {
      name: '陈静静',
      roles: ['desk', 'store_manager'],
      storeId: store.id,
      crewId: null,
    })
    expect(await staffNow(database.db, desk.id)).toMatchObject({
      name: '陈静静',
      storeId: store.id,
    })
    expect(await rolesOf(desk.id)).toEqual(['desk', 'store_manager'])
    expect(await auditOf(database.db, desk.id)).toEqual([
      {
        action: 'person_changed',
        by: admin.id,
        data: {
          name: ['陈静', '陈静静'],
          roles: ['desk', 'desk, store_manager'],
          storeId: [null, store.id],
        },
      },
    ])
    const { entries } = await listAudit(ctx, { person: desk.id, action: null, before: null })
    expect(entries[0]?.changes).toContainEqual({
      field: 'storeId',
      from: null,
      to: store.nameZh,
    })
  })

  test('Q-14 extra fields change nothing', () => {
    const sent = {
      name: '陈静',
      roles: ['desk'],
      storeId: '',
      crewId: '',
      passwordHash: 'x',
      disabledAt: '',
      id: 'other',
      totpSecret: '',
    }
    expect(PersonForm.parse(sent)).toEqual({
      name: '陈静',
      roles: ['desk'],
      storeId: null,
      crewId: null,
    })
    const invited = InviteForm.parse({ ...sent, email: 'A@Example.test', locale: 'en' })
    expect(Object.keys(invited).sort()).toEqual(
      ['crewId', 'email', 'locale', 'name', 'roles', 'storeId'].sort(),
    )
  })

  test('a store role needs a store, a crew’s a crew', () => {
    const sent = { name: '顾婷', roles: ['store_guide', 'crew'] }
    const { error } = PersonForm.safeParse(sent)
    expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['storeId', 'validation:storeForRole'],
      ['crewId', 'validation:crewForRole'],
    ])
  })

  test('everything wrong with an invitation is said at once, also that the email is taken', async () => {
    const admin = contextOf(database.db, await aMember(database.db, 'admin'))
    const { email } = await aMember(database.db, 'desk')
    const sent = { roles: ['store_guide'], storeId: '', email: email.toUpperCase(), locale: 'en' }
    const schema = inviteForm(await isEmailTaken(admin, sent.email))
    expect(
      schema.safeParse(sent).error?.issues.map(({ path, message }) => [path[0], message]),
    ).toEqual([
      ['name', 'validation:required'],
      ['storeId', 'validation:storeForRole'],
      ['email', 'emailTaken'],
    ])
    expect(await isEmailTaken(admin, 'nobody@example.test')).toBe(false)
    expect(await isEmailTaken(admin, null)).toBe(false)
    const desk = contextOf(database.db, await aMember(database.db, 'desk'))
    await expect(isEmailTaken(desk, email)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('a store that isn’t there is refused', async () => {
    const ctx = contextOf(database.db, await aMember(database.db, 'admin'))
    const desk = await aMember(database.db, 'desk')
    await expect(
      changePerson(ctx, desk.id, { name: 'x', roles: ['desk'], storeId: 999_999, crewId: null }),
    ).rejects.toMatchObject({ kind: 'invalid' })
  })

  test('is an administrator’s alone', async () => {
    const manager = contextOf(database.db, await aMember(database.db, 'aftersales_manager'))
    const desk = await aMember(database.db, 'desk')
    const forbidden = { kind: 'forbidden' }
    await expect(
      changePerson(manager, desk.id, { ...facts, name: 'x', roles: ['admin'] }),
    ).rejects.toMatchObject(forbidden)
    await expect(disablePerson(manager, desk.id)).rejects.toMatchObject(forbidden)
    await expect(
      listPeople(manager, { q: '', role: null, standing: null, after: null }),
    ).rejects.toMatchObject(forbidden)
    await expect(
      listAudit(manager, { person: null, action: null, before: null }),
    ).rejects.toMatchObject(forbidden)
  })
})

describe('disabling a colleague', () => {
  test('Q-18 ends every session at once; enabling lets them in again', async () => {
    const ctx = contextOf(database.db, await aMember(database.db, 'admin'))
    const desk = await aMember(database.db, 'desk')
    await aSession(database.db, desk.id)
    await aSession(database.db, desk.id)
    await disablePerson(ctx, desk.id)
    expect(await sessionsOf(database.db, desk.id)).toEqual([])
    expect(await staffNow(database.db, desk.id)).toMatchObject({ disabledAt: ctx.now() })
    await enablePerson(ctx, desk.id)
    expect(await staffNow(database.db, desk.id)).toMatchObject({ disabledAt: null })
    expect((await auditOf(database.db, desk.id)).map(({ action }) => action)).toEqual([
      'person_disabled',
      'person_enabled',
    ])
  })
})

describe('listing people', () => {
  test('finds by name or email as typed, wildcards included, and by role and standing', async () => {
    const ctx = contextOf(database.db, await aMember(database.db, 'admin'))
    const odd = await aMember(database.db, 'purchaser', { name: '百分之%五' })
    const find = async (filter: Partial<Parameters<typeof listPeople>[1]>) =>
      (
        await listPeople(ctx, { q: '', role: null, standing: null, after: null, ...filter })
      ).people.map(({ id }) => id)
    expect(await find({ q: '之%五' })).toEqual([odd.id])
    expect(await find({ q: '百%五' })).toEqual([])
    expect(await find({ role: 'purchaser' })).toEqual([odd.id])
    expect(await find({ q: odd.email, standing: 'disabled' })).toEqual([])
  })
})
