import { Secret, TOTP } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { confirmCode } from '#app/domain/accounts/confirm-code.server.ts'
import {
  addSecondFactor,
  readSecondFactor,
  removeOwnSecondFactor,
} from '#app/domain/accounts/set-up-second-factor.server.ts'
import { signIn } from '#app/domain/accounts/sign-in.server.ts'
import { addMinutes } from '#app/platform/time.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aMember, anybody, auditOf, password, staffNow } from './scene.ts'

const database = testDatabase()
const here = { address: '192.0.2.7' }
const codeAt = (secret: string, now: Date) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() })
const wrongCode = (secret: string, now: Date) =>
  String((Number(codeAt(secret, now)) + 123_457) % 1_000_000).padStart(6, '0')

/** Somebody who set up a second factor half an hour ago. */
async function withSecondFactor() {
  const person = await aMember(database.db, 'desk')
  const before = addMinutes(tuesdayMorning, -30)
  const ctx = contextOf(database.db, person, { now: before })
  const factor = await readSecondFactor(ctx)
  if (factor.state === 'on') throw new Error('It is on already')
  await addSecondFactor(ctx, codeAt(factor.secret, before))
  return { person, secret: factor.secret, ctx: contextOf(database.db, person) }
}

describe('the second factor', () => {
  test('is set up with a secret that stays the same until a code confirms it', async () => {
    const person = await aMember(database.db, 'desk')
    const ctx = contextOf(database.db, person)
    const [first, again] = [await readSecondFactor(ctx), await readSecondFactor(ctx)]
    expect(again).toEqual(first)
    expect(first).toMatchObject({ state: 'off' })
    const { secret, uri } = first as { secret: string; uri: string }
    expect(uri).toContain(`secret=${secret}`)
    await expect(addSecondFactor(ctx, wrongCode(secret, tuesdayMorning))).rejects.toMatchObject({
      code: 'codeWrong',
    })
    await addSecondFactor(ctx, codeAt(secret, tuesdayMorning))
    expect(await readSecondFactor(ctx)).toEqual({ state: 'on' })
    expect(await auditOf(database.db, person.id, 'second_factor_added')).toHaveLength(1)
  })

  test('makes signing in incomplete until a code is given', async () => {
    const { person, secret } = await withSecondFactor()
    const ctx = anybody(database.db)
    const known = await signIn(ctx, { email: person.email, password }, { ...here, device: null })
    expect(known.complete).toBe(false)
    expect(await auditOf(database.db, person.id, 'sign_in')).toEqual([])
    await confirmCode(ctx, person.id, codeAt(secret, tuesdayMorning), here)
    expect(await auditOf(database.db, person.id, 'sign_in')).toHaveLength(1)
  })

  test('Q-15 a code works once, also for two who use it at the same time', async () => {
    const { person, secret } = await withSecondFactor()
    const ctx = anybody(database.db)
    const code = codeAt(secret, tuesdayMorning)
    const answers = await Promise.allSettled([
      confirmCode(ctx, person.id, code, here),
      confirmCode(ctx, person.id, code, here),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(confirmCode(ctx, person.id, code, here)).rejects.toMatchObject({
      code: 'codeWrong',
    })
  })

  test('a code of a minute before or after is too old or too new', async () => {
    const { person, secret } = await withSecondFactor()
    for (const minutes of [-1.5, 1.5]) {
      const code = codeAt(secret, addMinutes(tuesdayMorning, minutes))
      await expect(confirmCode(anybody(database.db), person.id, code, here)).rejects.toMatchObject({
        code: 'codeWrong',
      })
    }
  })

  test('Q-15 after five wrong codes even the right one waits ten minutes', async () => {
    const { person, secret } = await withSecondFactor()
    const ctx = anybody(database.db)
    const wrong = wrongCode(secret, tuesdayMorning)
    for (let i = 0; i < 5; i++) {
      await expect(confirmCode(ctx, person.id, wrong, here)).rejects.toMatchObject({
        code: 'codeWrong',
      })
    }
    await expect(
      confirmCode(ctx, person.id, codeAt(secret, tuesdayMorning), here),
    ).rejects.toMatchObject({ kind: 'too_many' })
    const later = addMinutes(tuesdayMorning, 10)
    await confirmCode(anybody(database.db, later), person.id, codeAt(secret, later), here)
  })

  test('is removed with the password, and set up anew with another secret', async () => {
    const { person, secret, ctx } = await withSecondFactor()
    await expect(removeOwnSecondFactor(ctx, 'not this one')).rejects.toMatchObject({
      code: 'passwordWrong',
    })
    await removeOwnSecondFactor(ctx, password)
    expect(await staffNow(database.db, person.id)).toMatchObject({
      totpSecret: null,
      totpConfirmedAt: null,
    })
    const anew = await readSecondFactor(ctx)
    expect(anew).not.toMatchObject({ secret })
  })
})
