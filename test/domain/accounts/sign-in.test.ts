import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect } from '#db/client.server.ts'
import { auditLog } from '#db/schema/accounts.ts'
import { markDevice } from '#app/domain/accounts/known-device.server.ts'
import { signIn, SignInForm } from '#app/domain/accounts/sign-in.server.ts'
import { addMinutes } from '#app/platform/time.server.ts'
import { tuesdayMorning } from '#test/factories/context.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aMember, anybody, auditOf, password } from './scene.ts'

const database = testDatabase()
let other: ReturnType<typeof connect>
beforeAll(() => {
  other = connect(database.url, { role: undefined, max: 5 })
})
afterAll(() => other.end())

const from = (address: string = randomUUID(), device: string | null = null) => ({ address, device })
const tooMany = { kind: 'too_many', code: 'signInTooMany' }

describe('signing in', () => {
  test('recognises email and password, whatever the case of the email, and says where to go', async () => {
    const caller = await aMember(database.db, 'caller', { locale: 'en' })
    const form = SignInForm.parse({ email: `  ${caller.email.toUpperCase()} `, password })
    expect(await signIn(anybody(database.db), form, from())).toEqual({
      staffId: caller.id,
      complete: true,
      locale: 'en',
      home: '/console',
    })
    expect(await auditOf(database.db, caller.id)).toEqual([
      expect.objectContaining({ action: 'sign_in', by: caller.id }),
    ])
  })

  test('a crew begins on its phone; somebody with another role too in the console', async () => {
    const crew = await aMember(database.db, 'crew')
    const both = await aMember(database.db, 'crew', { roles: ['crew', 'dispatcher'] })
    const ctx = anybody(database.db)
    expect(await signIn(ctx, { email: crew.email, password }, from())).toMatchObject({
      home: '/crew',
    })
    expect(await signIn(ctx, { email: both.email, password }, from())).toMatchObject({
      home: '/console',
    })
  })

  test('Q-16 a wrong password, an unknown account, a disabled one and one not yet accepted get the same answer', async () => {
    const known = await aMember(database.db, 'desk')
    const disabled = await aMember(database.db, 'desk', { disabledAt: tuesdayMorning })
    const invited = await aMember(database.db, 'desk', { passwordHash: null })
    const ctx = anybody(database.db)
    const answers = await Promise.all(
      [
        { email: known.email, password: 'not this one' },
        { email: 'nobody@example.test', password },
        { email: disabled.email, password },
        { email: invited.email, password },
      ].map((form) => signIn(ctx, form, from()).catch((error: unknown) => error)),
    )
    for (const answer of answers) {
      expect(answer).toMatchObject({ kind: 'invalid', code: 'signInFailed', values: {} })
    }
  })

  test('Q-16 an unknown account is verified against a password too: it takes no less work', async () => {
    const known = await aMember(database.db, 'desk')
    const ctx = anybody(database.db)
    const spent = async (email: string) => {
      const before = process.cpuUsage()
      await signIn(ctx, { email, password: 'not this one' }, from()).catch(() => {})
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    await spent(known.email)
    const ratio = (await spent('nobody2@example.test')) / (await spent(known.email))
    expect(ratio).toBeGreaterThan(0.3)
  })

  test('Q-24 a failed attempt is in the audit log without the email', async () => {
    const ctx = anybody(database.db)
    const email = 'secret.person@example.test'
    await signIn(ctx, { email, password }, from()).catch(() => {})
    const rows = await database.db.select().from(auditLog).where(eq(auditLog.subject, 'unknown'))
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain('secret.person')
  })
})

describe('Q-17 attempts', () => {
  test('are counted per account across server processes, and again allowed after a quarter of an hour', async () => {
    const desk = await aMember(database.db, 'desk')
    const pools = [database.db, other.db]
    const wrong = { email: desk.email, password: 'not this one' }
    const answers = await Promise.all(
      Array.from({ length: 14 }, (_, i) =>
        signIn(anybody(pools[i % 2]!), wrong, from()).catch(
          (error: { code: string }) => error.code,
        ),
      ),
    )
    expect(answers.filter((code) => code === 'signInFailed')).toHaveLength(10)
    expect(answers.filter((code) => code === 'signInTooMany')).toHaveLength(4)
    const right = { email: desk.email, password }
    await expect(signIn(anybody(other.db), right, from())).rejects.toMatchObject({
      ...tooMany,
      values: { minutes: 15 },
    })
    const later = anybody(database.db, addMinutes(tuesdayMorning, 15))
    await expect(signIn(later, right, from())).resolves.toMatchObject({ staffId: desk.id })
  })

  test('of an unknown account are counted the same', async () => {
    const ctx = anybody(database.db)
    const attempt = () =>
      signIn(ctx, { email: 'ghost@example.test', password }, from()).catch(
        (error: { code: string }) => error.code,
      )
    for (let i = 0; i < 10; i++) expect(await attempt()).toBe('signInFailed')
    expect(await attempt()).toBe('signInTooMany')
  })

  test('of strangers don’t lock out a browser in which the person has signed in before', async () => {
    const desk = await aMember(database.db, 'desk')
    const ctx = anybody(database.db)
    const wrong = { email: desk.email, password: 'not this one' }
    for (let i = 0; i < 11; i++) await signIn(ctx, wrong, from()).catch(() => {})
    const right = { email: desk.email, password }
    await expect(signIn(ctx, right, from())).rejects.toMatchObject(tooMany)
    const known = from(undefined, markDevice(desk.email))
    await expect(signIn(ctx, right, known)).resolves.toMatchObject({ staffId: desk.id })
    const forged = from(undefined, markDevice('other@example.test'))
    await expect(signIn(ctx, right, forged)).rejects.toMatchObject(tooMany)
  })

  test('from one address are counted whatever the account', async () => {
    const desk = await aMember(database.db, 'desk')
    const ctx = anybody(database.db)
    const address = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        signIn(ctx, { email: `guess${i}@example.test`, password }, from(address)).catch(
          (error: { code: string }) => error.code,
        ),
      ),
    )
    expect(new Set(answers)).toEqual(new Set(['signInFailed']))
    const right = { email: desk.email, password }
    await expect(signIn(ctx, right, from(address))).rejects.toMatchObject(tooMany)
    await expect(signIn(ctx, right, from())).resolves.toMatchObject({ staffId: desk.id })
  })

  test('are forgotten by a success', async () => {
    const desk = await aMember(database.db, 'desk')
    const ctx = anybody(database.db)
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 9; i++) {
        await signIn(ctx, { email: desk.email, password: 'no' }, from()).catch(() => {})
      }
      await signIn(ctx, { email: desk.email, password }, from())
    }
  })
})
