import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { databaseErrorCode } from '#app/platform/context.server.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const tables = ['ticket_events', 'signed_records', 'follow_up_attempts', 'audit_log']
const refusal = '42501'

const codeOf = (query: Promise<unknown>) =>
  query.then(
    () => 'done',
    (error: unknown) => databaseErrorCode(error),
  )

describe('Q-24 history is added to, never rewritten', () => {
  test.each(tables)('the application can not change or remove rows of %s', async (table) => {
    const { db } = database
    const name = sql.identifier(table)
    expect(await codeOf(db.execute(sql`delete from ${name}`))).toBe(refusal)
    expect(await codeOf(db.execute(sql`truncate ${name}`))).toBe(refusal)
    expect(await codeOf(db.execute(sql`select count(*) from ${name}`))).toBe('done')
  })

  test.each(tables)('not even the owner can, of %s, without disabling the guard', async (table) => {
    const owner = database.connect({ max: 1 })
    expect(await codeOf(owner.unsafe(`delete from ${table}`))).toBe(refusal)
    expect(await codeOf(owner.unsafe(`truncate ${table} cascade`))).toBe(refusal)
  })

  test('the application can not read or change the job queue, only enqueue', async () => {
    const { db } = database
    const direct = sql`select count(*) from graphile_worker._private_jobs`
    expect(await codeOf(db.execute(direct))).toBe(refusal)
    const enqueued = sql`select enqueue_job('send-message', '{}'::json, null, null)`
    expect(await codeOf(db.execute(enqueued))).toBe('done')
  })
})
