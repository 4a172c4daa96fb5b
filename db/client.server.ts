import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from './schema/index.ts'

export type Db = PostgresJsDatabase<typeof schema>

/** Seconds until a lost connection is tried again; left to itself postgres.js would wait up to twenty. */
const soon = () => 0.25 + Math.random() / 2

/** A pool for the application, under its own role when there is one. */
export function connect(
  url: string,
  { role, max = 20 }: { role: string | undefined; max?: number },
): { db: Db; end: () => Promise<void> } {
  const client = postgres(url, {
    max,
    idle_timeout: 60,
    connect_timeout: 5,
    backoff: soon,
    onnotice: () => {},
    connection: {
      application_name: 'shangmen',
      statement_timeout: 15_000,
      ...(role ? { role } : {}),
    },
  })
  return { db: drizzle(client, { schema }), end: () => client.end({ timeout: 5 }) }
}

export interface Hearing {
  heard: (message: string) => void
  /** It listens from now on; what was said before, while it didn't, is not told. */
  listening: () => void
}

/** Hears what is notified on a channel, over a connection of its own that is made anew within about a second of its loss. */
export function hear(url: string, channel: string, { heard, listening }: Hearing) {
  const client = postgres(url, {
    connect_timeout: 5,
    // A connection that a network forgot is found out within half a minute.
    keep_alive: 15,
    backoff: soon,
    onnotice: () => {},
    connection: { application_name: 'shangmen listening' },
  })
  // Should it fail, it is tried again like a lost one.
  client.listen(channel, heard, listening).catch(() => {})
  return { end: () => client.end({ timeout: 1 }) }
}

/**
 * One connection that stays as long as the process: what its session locks is locked while the process lives. Lost, it
 * is made anew by the next query.
 */
export function stay(url: string): postgres.Sql {
  return postgres(url, {
    max: 1,
    max_lifetime: null,
    connect_timeout: 5,
    keep_alive: 15,
    backoff: soon,
    onnotice: () => {},
    connection: {
      application_name: 'shangmen at work',
      statement_timeout: 5000,
      // Postgres finds out within half a minute when the machine at the other end has gone.
      tcp_keepalives_idle: 15,
      tcp_keepalives_interval: 5,
      tcp_keepalives_count: 3,
    },
  })
}
