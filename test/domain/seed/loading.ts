import type postgres from 'postgres'
import { connect } from '#db/client.server.ts'
import { appRole } from '#db/migrate.server.ts'
import { loadDemo } from '#db/seed/demo.server.ts'

/** A pool under the application's own role, as the server has it. */
export async function load(url: string, at: Date, times = 1): Promise<void> {
  const pools = Array.from({ length: times }, () => connect(url, { role: appRole, max: 3 }))
  try {
    await Promise.all(pools.map(({ db }) => loadDemo(db, { now: at })))
  } finally {
    await Promise.all(pools.map(({ end }) => end()))
  }
}

export async function shape(client: postgres.Sql): Promise<Record<string, string>> {
  const tables = await client<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`
  const hashes: Record<string, string> = {}
  for (const { name } of tables) {
    // The password's salt is fresh each time; links and mails depend on the installation's secret.
    const secret = name === 'staff' ? " - 'password_hash'" : " - 'token_hash'"
    const [row] = await client.unsafe<[{ hash: string | null }]>(
      `select md5(string_agg(row, '' order by row)) as hash
       from (select (to_jsonb(t)${secret})::text as row from "${name}" t) rows`,
    )
    hashes[name] = row.hash ?? 'empty'
  }
  return hashes
}

/** The only value of the only row. */
export const count = async (query: postgres.PendingQuery<postgres.Row[]>) =>
  Number(Object.values((await query)[0] ?? {})[0])
