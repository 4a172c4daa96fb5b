import { describe, expect, test } from 'vitest'
import { countAttempt, forgetAttempts } from '#app/platform/limits.server.ts'
import { connect } from '#db/client.server.ts'
import { appRole } from '#db/migrate.server.ts'
import { anonymous, contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const limit = { name: 'test', attempts: 5, seconds: 60 }
const later = new Date(tuesdayMorning.getTime() + 61_000)

describe('Q-17 attempts are limited', () => {
  test('across processes: of 20 at once through two pools, five are within the limit', async () => {
    const other = connect(database.url, { role: appRole })
    const pools = [contextOf(database.db, anonymous), contextOf(other.db, anonymous)]
    const waits = await Promise.all(
      Array.from({ length: 20 }, (_, i) => countAttempt(pools[i % 2]!, limit, 'somebody')),
    )
    await other.end()
    expect(waits.filter((seconds) => seconds === 0)).toHaveLength(5)
    expect(Math.max(...waits)).toBe(60)
  })

  test('and nobody is locked out for good', async () => {
    for (let i = 0; i < 9; i++) await countAttempt(contextOf(database.db, anonymous), limit, 'x')
    const ctx = contextOf(database.db, anonymous, { now: later })
    expect(await countAttempt(ctx, limit, 'x')).toBe(0)
  })

  test('a success forgets what was counted', async () => {
    const ctx = contextOf(database.db, anonymous)
    for (let i = 0; i < 5; i++) await countAttempt(ctx, limit, 'y')
    await forgetAttempts(ctx, limit, 'y')
    expect(await countAttempt(ctx, limit, 'y')).toBe(0)
  })
})
