import { describe, expect, test } from 'vitest'
import { changePassword, ChangePasswordForm } from '#app/domain/accounts/change-password.server.ts'
import { keepLocale } from '#app/domain/accounts/index.server.ts'
import { signOutEverywhere } from '#app/domain/accounts/sign-out.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aMember, anybody, aSession, auditOf, password, sessionsOf, staffNow } from './scene.ts'

const database = testDatabase()
const next = '新的一句很长的话'

describe('one’s own password', () => {
  test('Q-18 once changed, every session has ended', async () => {
    const desk = await aMember(database.db, 'desk')
    const colleague = await aMember(database.db, 'desk')
    await aSession(database.db, desk.id)
    await aSession(database.db, colleague.id)
    const ctx = contextOf(database.db, desk)
    await changePassword(ctx, { currentPassword: password, newPassword: `${next}。。。` })
    expect(await sessionsOf(database.db, desk.id)).toEqual([])
    expect(await sessionsOf(database.db, colleague.id)).toHaveLength(1)
    expect(await auditOf(database.db, desk.id)).toEqual([
      { action: 'password_changed', by: desk.id, data: null },
    ])
  })

  test('is not changed without the current one, and guessing is limited', async () => {
    const desk = await aMember(database.db, 'desk')
    const before = await staffNow(database.db, desk.id)
    const ctx = contextOf(database.db, desk)
    const guess = () =>
      changePassword(ctx, { currentPassword: 'a guess', newPassword: next }).catch(
        (error: { code: string }) => error.code,
      )
    for (let i = 0; i < 10; i++) expect(await guess()).toBe('passwordWrong')
    expect(await guess()).toBe('signInTooMany')
    expect(await staffNow(database.db, desk.id)).toEqual(before)
  })

  test('has ten characters at least', () => {
    const { error } = ChangePasswordForm.safeParse({ currentPassword: 'x', newPassword: '短' })
    expect(error?.issues[0]?.message).toBe('validation:passwordShort')
  })
})

test('Q-18 signing out everywhere ends all of one’s own sessions', async () => {
  const desk = await aMember(database.db, 'desk')
  await aSession(database.db, desk.id)
  await aSession(database.db, desk.id)
  await signOutEverywhere(contextOf(database.db, desk))
  expect(await sessionsOf(database.db, desk.id)).toEqual([])
})

test('the language is kept with the account of somebody signed in, and with nobody else’s', async () => {
  const desk = await aMember(database.db, 'desk')
  await keepLocale(contextOf(database.db, desk), 'en')
  await keepLocale(anybody(database.db), 'zh-CN')
  expect(await staffNow(database.db, desk.id)).toMatchObject({ locale: 'en' })
})
