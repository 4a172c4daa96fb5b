import type { Sql } from 'postgres'

import { largeTables } from './large-tables.ts'

/** How often each table has been read from end to end so far. */
export async function scansOf(sql: Sql): Promise<Map<string, number>> {
  await sql`select pg_stat_force_next_flush()`
  await new Promise((resolve) => setTimeout(resolve, 1500))
  const rows = await sql<{ table: string; scans: number }[]>`
    select relname as table, seq_scan::int as scans from pg_stat_user_tables
    where relname = any(${largeTables})`
  return new Map(rows.map(({ table, scans }) => [table, scans]))
}
