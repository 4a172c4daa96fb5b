import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { loggedError } from '#app/platform/log.server.ts'
import { customers } from '#db/schema/customers.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const phone = '+8613912345678'

async function failure(query: PromiseLike<unknown>): Promise<unknown> {
  try {
    await query
  } catch (error) {
    return error
  }
  throw new Error('The query did not fail')
}

describe('Q-24 what the log keeps of a failed query', () => {
  const row = { phone, name: '欧阳雨荷', locale: 'en' as const, createdAt: new Date() }

  test('names the statement and the constraint, and nothing that a person typed', async () => {
    await database.db.insert(customers).values(row)
    const error = await failure(database.db.insert(customers).values(row))
    expect(JSON.stringify({ plain: String(error) })).toContain(phone)
    const kept = JSON.stringify(loggedError(error))
    expect(kept).toContain('insert into')
    expect(kept).toContain('customers_phone_unique')
    expect(kept).toContain('23505')
    expect(kept).not.toContain(phone)
    expect(kept).not.toContain(row.name)
  })

  test('values over several lines stay out too', async () => {
    const words = 'first line\nsecond line with a secret\n    at home'
    const error = await failure(database.db.execute(sql`select ${words}::integer`))
    expect(JSON.stringify(loggedError(error))).not.toContain('secret')
  })
})
