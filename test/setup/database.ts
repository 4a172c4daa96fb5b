import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, inject } from 'vitest'
import { connect, type Db } from '#db/client.server.ts'
import { appRole } from '#db/migrate.server.ts'
import { createDatabase, dropDatabase } from './postgres.ts'

export interface TestDatabase {
  /** A superuser's URL. */
  readonly url: string
  /** The application's own pool, under the application's own role. */
  readonly db: Db
  /** A raw superuser's client that ends by itself after the file's tests. Several of them make a race. */
  connect(options?: postgres.Options<Record<string, never>>): postgres.Sql
  /** Something short, by a client of its own. */
  ask<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T>
}

/** A database of the calling test file's own, cloned from the migrated template. */
export function testDatabase(template = 'template'): TestDatabase {
  const name = randomBytes(6).toString('hex')
  const clients: postgres.Sql[] = []
  let url: string | undefined
  let pool: ReturnType<typeof connect> | undefined

  beforeAll(async () => {
    url = await createDatabase(inject('postgres'), name, template)
  })
  afterAll(async () => {
    await pool?.end()
    await Promise.all(clients.map((client) => client.end({ timeout: 1 })))
    await dropDatabase(inject('postgres'), name)
  })

  const readyUrl = () => {
    if (!url) throw new Error('The test database is there from beforeAll on')
    return url
  }
  const newClient = (options: postgres.Options<Record<string, never>> = {}) =>
    postgres(readyUrl(), { onnotice: () => {}, ...options })
  return {
    get url() {
      return readyUrl()
    },
    get db() {
      pool ??= connect(readyUrl(), { role: appRole })
      return pool.db
    },
    connect(options) {
      const client = newClient(options)
      clients.push(client)
      return client
    },
    async ask(work) {
      const client = newClient({ max: 1 })
      try {
        return await work(client)
      } finally {
        await client.end()
      }
    },
  }
}
