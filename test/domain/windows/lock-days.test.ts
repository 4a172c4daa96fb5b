import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { lockDays } from '#app/domain/windows/index.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const day = '2026-03-11'

test('whoever waits their turn for a day may wait longer than a statement may take, and no longer after it', async () => {
  const ctx = contextOf(database.db, { kind: 'job' })
  let release = () => {}
  let held = () => {}
  const isHeld = new Promise<void>((resolve) => (held = resolve))
  const first = inTransaction(ctx, async (tx) => {
    await lockDays(tx, [day])
    held()
    await new Promise<void>((resolve) => (release = resolve))
  })
  await isHeld
  const second = inTransaction(ctx, async (tx) => {
    await tx.db.execute(sql`set local statement_timeout = '100ms'`)
    await lockDays(tx, [day])
    const [left] = await tx.db.execute<{ statement_timeout: string }>(sql`show statement_timeout`)
    return left?.statement_timeout
  })
  setTimeout(() => release(), 400)
  expect(await second).toBe('100ms')
  await first
})
