import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from './schema/index.ts'

export type Db = PostgresJsDatabase<typeof schema>

/** A pool for the application, under its own role when there is one. */
export function connect(
  url: string,
  { role, max = 20 }: { role: string | undefined; max?: number },
): { db: Db; end: () => Promise<void> } {
  const client = postgres(url, {
    max,
    idle_timeout: 60,
    connect_timeout: 5,
    onnotice: () => {},
    connection: {
      application_name: 'shangmen',
      statement_timeout: 15_000,
      ...(role ? { role } : {}),
    },
  })
  return { db: drizzle(client, { schema }), end: () => client.end({ timeout: 5 }) }
}
